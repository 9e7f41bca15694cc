/** Style of button and sheet. Lives in a shadow root as a constructed sheet: no host style reaches in, no CSP forbids it. */
export const sheet = `
:host{all:initial}
*{position:fixed;z-index:2147483000;border:0;right:20px;bottom:20px}
:host([data-side=left]) *{right:auto;left:20px}
button{width:56px;height:56px;padding:0;border-radius:50%;background:var(--c);color:var(--i);cursor:pointer;box-shadow:0 4px 16px #0004}
button:focus-visible{outline:3px solid var(--c);outline-offset:3px}
button *{position:static}
path{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
svg{width:26px;vertical-align:middle}
span{position:absolute!important;inset:-4px -4px auto auto!important;min-width:20px;padding:0 5px;box-sizing:border-box;border-radius:10px;background:#b91c1c;color:#fff;font:600 12px/20px system-ui}
iframe{width:384px;height:min(640px,100dvh - 112px);bottom:88px;border-radius:12px;background:Canvas;box-shadow:0 12px 40px #0005}
[hidden]{display:none}
@media(max-width:480px),(max-height:480px){
iframe{inset:0!important;width:100%;height:100dvh;border-radius:0}
:host([data-open]) button{display:none}}
@media print{*{display:none}}`;
