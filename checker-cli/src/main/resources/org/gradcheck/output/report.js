(function () {
  "use strict";
  var form = document.getElementById("filter");
  var shown = document.getElementById("shown");
  var nothing = document.getElementById("nothing");
  var groups = Array.prototype.slice.call(document.querySelectorAll("section.group"));
  var specs = Array.prototype.slice.call(document.querySelectorAll("details.spec"));

  function has(list, word) {
    return word === "" || list.split("|").indexOf(word) >= 0;
  }

  function apply() {
    var words = form.elements.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var outcome = form.elements.outcome.value;
    var verdict = form.elements.verdict.value;
    var tag = form.elements.tag.value;
    var count = 0;
    specs.forEach(function (spec) {
      var data = spec.dataset;
      var matches = has(data.outcome, outcome) && has(data.verdicts, verdict) && has(data.tags, tag)
        && words.every(function (word) { return data.search.indexOf(word) >= 0; });
      spec.hidden = !matches;
      count += matches ? 1 : 0;
    });
    groups.forEach(function (group) {
      group.hidden = group.querySelector("details.spec:not([hidden])") === null;
    });
    nothing.hidden = count > 0;
    shown.textContent = count + " of " + specs.length + (specs.length === 1 ? " spec" : " specs");
  }

  function openAll(open) {
    specs.forEach(function (spec) {
      if (!spec.hidden) {
        spec.open = open;
      }
    });
  }

  function openTarget() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains("spec")) {
      target.open = true;
      target.scrollIntoView();
    }
  }

  form.addEventListener("input", apply);
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(apply); });
  document.getElementById("open").addEventListener("click", function () { openAll(true); });
  document.getElementById("close").addEventListener("click", function () { openAll(false); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      form.elements.search.focus();
    }
  });
  window.addEventListener("hashchange", openTarget);
  form.hidden = false;
  apply();
  openTarget();
})();
