// Progressive additions; every page works without them.
"use strict";

// The player says that the video is loading, or that nothing can be played.
for (const player of document.querySelectorAll("[data-player]")) {
  const video = player.querySelector("video");
  const message = player.querySelector(".player-message");
  const say = (text) => {
    message.textContent = text;
    player.classList.toggle("is-waiting", text === player.dataset.wait);
    player.classList.toggle("is-unavailable", text === player.dataset.none);
  };
  const loading = () => say(player.dataset.wait);
  const playable = () => say("");
  const failed = () => say(player.dataset.none);
  video.addEventListener("loadstart", () => video.paused || loading());
  video.addEventListener("play", () => video.readyState < 3 && loading());
  video.addEventListener("waiting", loading);
  video.addEventListener("playing", playable);
  video.addEventListener("error", failed);
  // A failed source is told to the source, not to the video; when the last one fails there is nothing left to play.
  const sources = video.querySelectorAll("source");
  sources[sources.length - 1].addEventListener("error", failed);
}

// Another site's content loads only when the reader asks for it.
for (const hosted of document.querySelectorAll("[data-hosted]")) {
  const button = hosted.querySelector("[data-load]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = hosted.dataset.hosted;
    frame.title = hosted.dataset.title;
    frame.allow = "fullscreen; autoplay";
    frame.referrerPolicy = "no-referrer";
    hosted.replaceChildren(frame);
    frame.focus();
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.origin + location.pathname);
    button.nextElementSibling.textContent = button.dataset.copied;
  });
}
