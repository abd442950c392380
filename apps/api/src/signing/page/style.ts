/** The one style sheet of the signing page: readable on a phone, by keyboard, and on paper. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f3f4f6;color:#1b1f24;font:17px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
main{max-width:52rem;margin:0 auto;padding:1rem 1rem 4rem}
header{background:#fff;border-bottom:1px solid #c5cad1}
header div{max-width:52rem;margin:0 auto;padding:.75rem 1rem;display:flex;justify-content:space-between;gap:1rem}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
section,.note{background:#fff;border:1px solid #c5cad1;border-radius:.5rem;padding:1rem 1.25rem;margin:1rem 0;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.35;margin:1rem 0}
h2{font-size:1.2rem;margin:0 0 .75rem}
h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
dl{margin:0;display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.35rem 1rem}
dt{color:#4a525d}
dd{margin:0;overflow-wrap:anywhere}
code{font:.85em/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
iframe{width:100%;height:70vh;border:1px solid #8b939e;border-radius:.25rem;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{border:1px solid #c5cad1;padding:.3rem .5rem;text-align:left;vertical-align:top}
.wide{overflow-x:auto}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
input[type=text],input[type=email],textarea{width:100%;font:inherit;padding:.6rem .7rem;border:1px solid #6b7480;border-radius:.35rem;background:#fff;color:inherit}
input[aria-invalid=true],textarea[aria-invalid=true]{border:2px solid #b3261e}
.check{display:flex;gap:.7rem;align-items:flex-start;font-weight:400;margin:1rem 0}
.check input{width:1.4rem;height:1.4rem;margin:.2rem 0 0;flex:none}
.hint{color:#4a525d;margin:.1rem 0 .3rem;font-size:.95rem}
.fault{color:#b3261e;font-weight:600;margin:.25rem 0 0}
.faults{border-color:#b3261e;border-width:2px}
button{font:inherit;font-weight:600;min-height:3rem;padding:.6rem 1.4rem;border:0;border-radius:.35rem;background:#0b57a4;color:#fff;cursor:pointer;margin-top:1rem}
button:hover{background:#08427d}
button.second{background:#fff;color:#8c1d18;border:2px solid #8c1d18}
summary{cursor:pointer;font-weight:600;padding:.3rem 0}
a{color:#0b57a4}
a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,summary:focus-visible,iframe:focus-visible{outline:3px solid #b45309;outline-offset:2px}
@media (max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}iframe{height:45vh}button{width:100%}}
@media print{button,iframe,form{display:none}}
`;
