// Written for browsers of long ago: it has to run where nothing else of the page does.
(function () {
  var isNew =
    typeof Worker === 'function' &&
    typeof DecompressionStream === 'function' &&
    typeof structuredClone === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    typeof HTMLDialogElement === 'function';
  try {
    if (isNew) new DecompressionStream('deflate-raw');
  } catch (error) {
    isNew = false;
  }
  if (isNew) return;
  document.documentElement.className = 'old';
  document.getElementById('start').textContent = document.documentElement.getAttribute('data-old');
})();
