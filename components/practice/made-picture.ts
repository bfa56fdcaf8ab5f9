import piexif from 'piexifjs';

/**
 * A picture drawn by code, with the hidden data a phone would put into it: place, time, device, thumbnail.
 * Nobody's photograph, so that anybody can practise with it.
 */

const size = { width: 960, height: 720 };
const thumbnailSize = { width: 160, height: 120 };

/** In its name too there is a date, as phones do. */
const name = 'IMG_20261112_163204.jpg';

function draw(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('this browser has no 2D canvas');
  paint.scale(width / size.width, height / size.height);
  const sky = paint.createLinearGradient(0, 0, 0, 460);
  sky.addColorStop(0, '#8ec9e8');
  sky.addColorStop(1, '#f6e7c8');
  paint.fillStyle = sky;
  paint.fillRect(0, 0, size.width, size.height);
  paint.fillStyle = '#fff3c4';
  paint.beginPath();
  paint.arc(720, 190, 70, 0, Math.PI * 2);
  paint.fill();
  for (const [color, top, swell] of [
    ['#9cc4a0', 360, 70],
    ['#5f9f86', 430, 50],
  ] as const) {
    paint.fillStyle = color;
    paint.beginPath();
    paint.moveTo(0, size.height);
    for (let x = 0; x <= size.width; x += 20) paint.lineTo(x, top + Math.sin(x / 130 + top) * swell);
    paint.lineTo(size.width, size.height);
    paint.fill();
  }
  paint.fillStyle = '#4f93b8';
  paint.beginPath();
  paint.moveTo(0, 600);
  paint.bezierCurveTo(320, 520, 560, 690, 960, 580);
  paint.lineTo(960, 660);
  paint.bezierCurveTo(560, 740, 320, 620, 0, 690);
  paint.fill();
  return canvas;
}

function jpegOf(canvas: HTMLCanvasElement): string {
  return atob(canvas.toDataURL('image/jpeg', 0.9).replace(/^[^,]*,/, ''));
}

/** Degrees as the rationals that EXIF wants: degrees, minutes, hundredths of a second. */
function rationals(degrees: number): [number, number][] {
  const minutes = (degrees % 1) * 60;
  return [
    [Math.floor(degrees), 1],
    [Math.floor(minutes), 1],
    [Math.round((minutes % 1) * 6000), 100],
  ];
}

/** Draws the picture and gives it hidden data by CIPA DC-008 (EXIF). */
export function makePicture(): File {
  const { ImageIFD, ExifIFD, GPSIFD } = piexif;
  const exif = piexif.dump({
    '0th': {
      [ImageIFD.Make]: 'Samsung',
      [ImageIFD.Model]: 'Galaxy A14',
      [ImageIFD.Software]: 'A145FXXU4BWL1',
    },
    Exif: { [ExifIFD.DateTimeOriginal]: '2026:11:12 16:32:04' },
    GPS: {
      [GPSIFD.GPSLatitudeRef]: 'N',
      [GPSIFD.GPSLatitude]: rationals(36.34),
      [GPSIFD.GPSLongitudeRef]: 'E',
      [GPSIFD.GPSLongitude]: rationals(43.13),
    },
    '1st': {},
    thumbnail: jpegOf(draw(thumbnailSize.width, thumbnailSize.height)),
  });
  const bytes = piexif.insert(exif, jpegOf(draw(size.width, size.height)));
  return new File([Uint8Array.from(bytes, (char) => char.charCodeAt(0))], name, {
    type: 'image/jpeg',
    lastModified: Date.UTC(2026, 10, 12, 13, 32, 4),
  });
}
