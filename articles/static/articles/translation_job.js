// Looks again, while there is something to wait for; without it, the page has a link that does.
window.setTimeout(() => window.location.reload(), 3000);
