// Measures of our parts of a page. Each function gives a list of sentences, one a fault.
window.adrMeasure = (() => {
  const OURS = '.adr-ui, .adr-requirement, .adr-standing';
  const roots = () => [...document.querySelectorAll(OURS)].filter(e => !e.parentElement.closest(OURS));
  const all = () => roots().flatMap(root => [root, ...root.querySelectorAll('*')]);
  const name = e => e.localName + [...e.classList].filter(c => c.startsWith('adr-')).map(c => '.' + c).join('');
  const path = e => [e.parentElement?.closest(OURS), e].filter(Boolean).map(name).join(' ');
  // Text in a literal has the colours that its theme gave it, as everywhere.
  const seen = e => !e.closest('code') && e.checkVisibility({visibilityProperty: true}) && !e.closest('.adr-sr, title')
    && e.getBoundingClientRect().width > 1 && !/inset/.test(getComputedStyle(e.closest('thead') ?? e).clipPath);

  // -- Contrast, after WCAG 2.2: relative luminance of sRGB colours that are laid over each other
  const brush = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
    .getContext('2d', {willReadFrequently: true});
  const read = new Map();
  const rgba = colour => {
    if (!read.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = '#000';
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      read.set(colour, [r, g, b, a / 255]);
    }
    return read.get(colour);
  };
  const over = (top, bottom) => [...[0, 1, 2].map(i => top[i] * top[3] + bottom[i] * (1 - top[3])), 1];
  const luminance = colour => {
    const [r, g, b] = colour.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + .05) / (dark + .05);
  };
  const hex = colour => '#' + colour.slice(0, 3).map(v => Math.round(v).toString(16).padStart(2, '0')).join('');
  const canvas = () => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'background: Canvas !important';
    const found = rgba(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return found;
  };
  const behind = (element, base) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      const box = e.matches('.adr-n, .adr-n *') && e.closest('.adr-n').querySelector('.adr-g-box');
      if (box && !layers.box && e.ownerSVGElement && e !== box) {
        layers.box = true;
        layers.push(rgba(getComputedStyle(box).fill));
      }
      const shade = style.backgroundImage.match(/^linear-gradient\((.*?\)), /);
      if (shade) layers.push(rgba(shade[1]));
      layers.push(rgba(style.backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), base);
  };
  const faults = (pairs, least) => {
    const worst = new Map();
    for (const [what, front, back, allowed] of pairs) {
      const top = over(front, back), found = ratio(top, back);
      if (found + .005 < Math.min(least, allowed ?? least) && found < (worst.get(what)?.[0] ?? 99))
        worst.set(what, [found, `${what}: ${found.toFixed(2)} (${hex(top)} on ${hex(back)})`]);
    }
    return [...worst.values()].map(([, sentence]) => sentence);
  };
  // A link has its theme's colour: it may be no worse than the theme's own links on an ordinary page.
  const text = link => {
    const base = canvas(), pairs = [];
    const own = link && rgba(link.colour), least = link && ratio(over(own, link.behind), link.behind);
    for (const e of all()) {
      if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !seen(e)) continue;
      const style = getComputedStyle(e), front = rgba(e.ownerSVGElement ? style.fill : style.color);
      const theirs = own && e.closest('a') && hex(front) === hex(own);
      pairs.push([`text of ${path(e)}`, front, behind(e, base), theirs ? least : undefined]);
    }
    for (const e of document.querySelectorAll('.adr-ui li')) {
      const mark = getComputedStyle(e, '::before');
      if (/[+−]/.test(mark.content)) pairs.push([`sign of ${path(e)}`, rgba(mark.color), behind(e, base)]);
    }
    return faults(pairs, 4.5);
  };
  const marks = () => {
    const base = canvas(), pairs = [];
    const add = (selector, read, below = e => e.parentElement) => {
      for (const e of document.querySelectorAll(selector))
        if (e.ownerSVGElement || seen(e)) pairs.push([path(e), rgba(read(e)), behind(below(e), base)]);
    };
    add('.adr-ico, .adr-bar > span', e => getComputedStyle(e).backgroundColor);
    add('.adr-badge, .adr-banner', e => getComputedStyle(e, '::before').backgroundColor, e => e);
    add('.adr-header, .adr-banner, .adr-reqhead', e => getComputedStyle(e).borderInlineStartColor);
    add('.adr-mark.adr-h-mentions', e => getComputedStyle(e).borderTopColor);
    add('.adr-n > .adr-g-box', e => getComputedStyle(e).stroke, e => e.ownerSVGElement);
    add('.adr-n > .adr-g-icon', e => getComputedStyle(e).color);
    add('.adr-e', e => getComputedStyle(e).color, e => e.ownerSVGElement);
    return faults(pairs, 3);
  };
  const link = () => {
    const e = document.querySelector('a.reference.external');
    return {colour: getComputedStyle(e).color, behind: behind(e, canvas())};
  };

  // -- Room
  const sideways = () => {
    const page = document.scrollingElement, found = [], ours = roots();
    const excess = () => page.scrollWidth - page.clientWidth;
    const before = excess();
    if (before > 0) {
      const kept = ours.map(e => e.style.display);
      ours.forEach(e => { e.style.display = 'none'; });
      if (excess() < before) found.push(`the page scrolls sideways by ${before} px, without us by ${excess()}`);
      ours.forEach((e, i) => { e.style.display = kept[i]; });
    }
    for (const e of ours) {
      const outer = e.parentElement.closest('p, li, dd, td, section, article, main, div')?.getBoundingClientRect();
      const own = e.getBoundingClientRect();
      if (outer && seen(e) && (own.right > outer.right + 1.5 || own.left < outer.left - 1.5))
        found.push(`${path(e)} sticks out by ${Math.round(Math.max(own.right - outer.right, outer.left - own.left))} px`);
    }
    for (const e of all()) {
      if (e.ownerSVGElement || !seen(e) || e.matches('.adr-bar')) continue;
      const clips = /hidden|clip/.test(getComputedStyle(e).overflowX);
      if (clips && e.scrollWidth > e.clientWidth + 1) found.push(`${path(e)} cuts off ${e.scrollWidth - e.clientWidth} px`);
    }
    return found;
  };
  // Words that lie on each other: the boxes of text that are not nested and overlap by more than a hair.
  const collisions = () => {
    const boxes = [], found = new Set();
    for (const e of all()) {
      if (e.ownerSVGElement || !seen(e)) continue;
      for (const n of e.childNodes) {
        if (n.nodeType !== 3 || !n.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(n);
        const root = e.closest('.adr-ui'), sticky = e.closest('th');
        for (const r of range.getClientRects()) if (r.width > 2 && !(sticky && e.closest('.adr-scroll')))
          boxes.push([r.left + 1, r.top + r.height * .2, r.right - 1, r.bottom - r.height * .2, e, root]);
      }
    }
    boxes.sort((a, b) => a[1] - b[1]);
    for (let i = 0; i < boxes.length; i++)
      for (let j = i + 1; j < boxes.length && boxes[j][1] < boxes[i][3]; j++) {
        const [a, b] = [boxes[i], boxes[j]];
        if (a[5] === b[5] && a[0] < b[2] && b[0] < a[2]) found.add(`${path(a[4])} lies on ${path(b[4])}`);
      }
    return [...found];
  };
  const hexes = (colour, behind) => [hex(over(rgba(colour), behind)), hex(behind)];
  return {text, marks, hexes, link, sideways, collisions};
})();
