import { telegramDrop, telegramPage } from './telegram';

/**
 * An imitation of Telegram Web K, drawn from its source: the address with the chat's number, the bar over the
 * conversation whose picture and title carry it too, messages as a group's or channel's stand, and an input that is
 * appended, clicked and removed.
 */
export const telegramK = {
  url: 'https://web.telegram.org/k/',
  attach: '.attach-file',
  choose: '.btn-menu-item',
  body: telegramPage(
    `const stands = { person: '', saved: ' is-chat', group: ' is-chat', channel: ' is-broadcast is-channel' }[chat.kind];
     return '<div class="chat tabs-tab active"><div class="sidebar-header topbar"><div class="chat-info-container"><div class="chat-info"><div class="person">'
       + '<div class="avatar person-avatar" data-peer-id="' + chat.peer + '"></div><div class="content"><div class="top"><div class="user-title">'
       + '<span class="peer-title" dir="auto" data-peer-id="' + chat.peer + '">' + chat.title + '</span></div></div>'
       + '<div class="bottom"><div class="info">' + chat.status + '</div></div></div></div></div></div></div>'
       + '<div class="bubbles"><div class="bubbles-inner' + stands + '"></div></div>'
       + '<div class="chat-input"><div class="input-message-input" contenteditable="true" dir="auto"></div>'
       + '<button class="btn-icon attach-file">+</button></div></div>';`,
    `${telegramDrop}
     document.querySelector('.attach-file').onclick = () => {
       const item = document.createElement('button');
       item.className = 'btn-menu-item';
       item.textContent = 'Photo or Video';
       document.querySelector('.chat-input').append(item);
       item.onclick = () => {
         item.remove();
         const input = document.createElement('input');
         input.type = 'file';
         input.multiple = true;
         input.style.display = 'none';
         document.body.append(input);
         input.addEventListener('change', (event) => give(event.target.files), { once: true });
         input.click();
         input.remove();
       };
     };`,
  ),
} as const;
