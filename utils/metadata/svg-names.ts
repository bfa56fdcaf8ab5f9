/**
 * What draws: elements and attributes by name (SVG 2 with what SVG 1.1 and Inkscape's drafts have besides; HTML
 * and MathML within foreignObject). What is found nowhere here goes.
 */

export const namespaces = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
  html: 'http://www.w3.org/1999/xhtml',
  math: 'http://www.w3.org/1998/Math/MathML',
} as const;

export const keptNamespaces: ReadonlySet<string> = new Set(Object.values(namespaces));

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

/** Neither metadata, title and desc nor script and cursor. */
export const svgElements = words(
  'a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath',
  'color-profile defs discard ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix',
  'feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR',
  'feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile',
  'feTurbulence filter flowDiv flowLine flowPara flowRegion flowRegionBreak flowRegionExclude flowRoot flowSpan font',
  'font-face font-face-format font-face-name font-face-src font-face-uri foreignObject g glyph glyphRef hatch hatchpath',
  'hkern image line linearGradient marker mask mesh meshgradient meshpatch meshrow missing-glyph mpath path pattern',
  'polygon polyline radialGradient rect set solidColor solidcolor stop style svg switch symbol tbreak text textArea',
  'textPath tref tspan use view vkern',
);

/** Within these, characters are drawn. */
export const textElements = words('text textArea flowRoot');

export const animationElements = words('animate animateColor animateMotion animateTransform set');

/** HTML that draws without script and outside things; of what is unknown the text stays. */
export const htmlElements = words(
  'a abbr acronym address article aside b bdi bdo big blockquote body br button caption center cite code col colgroup',
  'dd del details dfn dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr',
  'html i img input ins kbd label legend li main mark menu meter nav nobr ol optgroup option output p picture pre',
  'progress q rp rt ruby s samp search section select small span strike strong style sub summary sup table tbody td',
  'textarea tfoot th thead time tr tt u ul var wbr xmp',
);

/** HTML that draws nothing by itself, or loads something. */
export const goneHtmlElements = words(
  'applet audio base canvas datalist dialog embed frame frameset head iframe link map area meta noembed noframes noscript',
  'object param plaintext script slot source template title track video',
);

export const mathElements = words(
  'math maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms',
  'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics',
);

/** CSS properties that may stand as attributes. */
const presentation = words(
  'alignment-baseline baseline-shift block-progression clip clip-path clip-rule color color-interpolation',
  'color-interpolation-filters color-profile color-rendering cursor direction display dominant-baseline',
  'enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings',
  'font-kerning font-size font-size-adjust font-stretch font-style font-synthesis font-variant',
  'font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric',
  'font-variant-position font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical',
  'image-rendering inline-size isolation kerning letter-spacing lighting-color line-height line-spacing marker',
  'marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events',
  'shape-inside shape-margin shape-padding shape-rendering shape-subtract solid-color solid-opacity stop-color',
  'stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit',
  'stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-color text-decoration-line',
  'text-decoration-style text-indent text-orientation text-overflow text-rendering text-transform transform-box',
  'transform-origin unicode-bidi vector-effect viewport-fill viewport-fill-opacity visibility white-space word-spacing',
  'writing-mode',
);

const geometry = words(
  'accent-height accumulate additive alphabetic amplitude arabic-form ascent attributeName attributeType azimuth',
  'baseFrequency baseProfile bbox begin bias by calcMode cap-height clipPathUnits cx cy d descent diffuseConstant',
  'divisor dur dx dy edgeMode elevation end exponent externalResourcesRequired fill filterRes filterUnits format',
  'fr from fx fy g1 g2 glyph-name glyphRef gradientTransform gradientUnits hanging hatchContentUnits',
  'hatchTransform hatchUnits height horiz-adv-x horiz-origin-x horiz-origin-y ideographic in in2 intercept k k1 k2 k3 k4',
  'kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust limitingConeAngle local markerHeight',
  'markerUnits markerWidth maskContentUnits maskUnits mathematical max media method min mode n numOctaves offset',
  'operator order orient orientation origin overline-position overline-thickness panose-1 path pathLength',
  'patternContentUnits patternTransform patternUnits pitch points pointsAtX pointsAtY pointsAtZ preserveAlpha',
  'preserveAspectRatio primitiveUnits r radius refX refY rendering-intent repeatCount repeatDur requiredExtensions',
  'requiredFeatures restart result rotate rx ry scale seed side slope spacing specularConstant specularExponent',
  'spreadMethod startOffset stdDeviation stemh stemv stitchTiles strikethrough-position strikethrough-thickness string',
  'surfaceScale systemLanguage tableValues targetX targetY textLength to transform type u1 u2 underline-position',
  'underline-thickness unicode unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical values',
  'version vert-adv-y vert-origin-x vert-origin-y viewBox viewTarget width widths x x-height x1 x2 xChannelSelector y y1',
  'y2 yChannelSelector z zoomAndPan',
);

export const svgAttributes: ReadonlySet<string> = new Set([...presentation, ...geometry]);

/** These elements are found by their name; on others it is a person's. */
export const namedElements = words('color-profile font-face-name');

export const htmlAttributes = words(
  'align bgcolor border bordercolor cellpadding cellspacing checked clear color cols colspan dir disabled face frame',
  'height hidden high hspace label lang low max min multiple nowrap noshade open optimum placeholder reversed rows',
  'rowspan rules size span start type valign value vspace width wrap xmlns',
);

export const mathAttributes = words(
  'accent accentunder align close columnalign columnlines columnspacing columnspan depth dir display displaystyle fence',
  'fontfamily fontsize fontstyle fontweight form frame framespacing height largeop linethickness lquote lspace mathbackground',
  'mathcolor mathsize mathvariant maxsize minsize movablelimits notation open rowalign rowlines rowspacing rowspan rquote',
  'rspace scriptlevel separator separators stretchy subscriptshift superscriptshift symmetric voffset width',
);
