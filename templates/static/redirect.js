/* Keeps what stands behind # when an old address leads to a new one.  Without a script the
   page leads on all the same, to the top of the new one. */
addEventListener('DOMContentLoaded', function () {
  location.replace(document.querySelector('a').href + location.hash);
});
