import { telegramDrop, telegramPage } from './telegram';

/**
 * An imitation of Telegram Web A, drawn from what was seen of it: the address with the chat's number, the header,
 * the messages of a channel, the attach button with its menu, and an input that is in no document.
 */
export const telegramA = {
  url: 'https://web.telegram.org/a/',
  attach: '#attach-menu-button',
  choose: '.MenuItem',
  body: telegramPage(
    `const shared = chat.peer.startsWith('-');
     const [count, online = ''] = chat.kind === 'group' ? chat.status.split(/(?=, )/) : [chat.status];
     const line = shared
       ? '<span class="status"><span class="group-status">' + count + '</span>' + online + '</span>'
       : '<span class="status user-status">' + chat.status + '</span>';
     return '<div class="MiddleHeader"><div class="chat-info-wrapper"><div class="ChatInfo"><div class="info"><div class="title"><h3 class="fullName" dir="auto">'
       + chat.title + '</h3></div>' + line + '</div></div></div></div>'
       + '<div class="MessageList custom-scroll' + (chat.kind === 'group' || chat.kind === 'saved' ? '' : ' no-avatars') + '"></div>'
       + '<div class="Composer"><div id="editable-message-text" contenteditable="true" role="textbox" dir="auto"></div>'
       + '<div class="AttachMenu"><button id="attach-menu-button" class="Button AttachMenu--button">+</button></div></div>';`,
    `${telegramDrop}
     document.querySelector('#attach-menu-button').onclick = () => {
       const menu = document.createElement('div');
       menu.innerHTML = '<button class="MenuItem" role="menuitem">Photo or Video</button>';
       document.querySelector('.AttachMenu').append(menu);
       menu.firstChild.onclick = () => {
         menu.remove();
         const input = document.createElement('input');
         input.type = 'file';
         input.multiple = true;
         input.accept = 'image/png,image/jpeg,image/gif,video/mp4,video/quicktime';
         input.onchange = (event) => give(event.target.files);
         input.click();
       };
     };`,
  ),
} as const;
