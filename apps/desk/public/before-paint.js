// Theme, language and the outline of the desk before the first paint, so that nothing flashes. Kept outside the page for the strict CSP.
const root = document.documentElement;
try {
  const theme = localStorage.getItem('guitai.theme');
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = theme === 'dark' || theme === 'light' ? theme : system;
  root.lang = localStorage.getItem('guitai.locale') ?? navigator.language;
} catch {
  root.dataset.theme = 'light';
}
// The empty window too has the colours of the theme, also where the system prefers others.
document.querySelector('meta[name="color-scheme"]').content = root.dataset.theme;
if (!/^\/desk\/(?:sign-in|set-up|invitation)/.test(location.pathname)) root.dataset.inside = '';

// The part library writes its style sheets through innerHTML. Text without "<" cannot become markup; all else is refused.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML: (text) => (text.indexOf('<') === -1 ? text : null),
  });
}
