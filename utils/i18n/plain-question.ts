/**
 * Asked by the browser's own dialog when nothing of Safi can be loaded any more, not even the language that was
 * chosen: in all three.
 */
export const plainQuestion = [
  'صافي لا يعمل في هذه الصفحة قبل إعادة تحميلها. هل يُرسل الملف كما هو، بلا تنظيف؟',
  'سافی لەم پەڕەیەدا کار ناکات تا بار نەکرێتەوە. فایلەکە وەک خۆی بنێردرێت، بێ پاککردنەوە؟',
  'Safi does not work on this page until it is reloaded. Send the file as it is, not cleaned?',
].join('\n\n');
