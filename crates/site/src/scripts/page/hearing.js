  // --- Hearing ---

  // Last, because everything that handles events has been defined now.
  early.hear = (event) => handlers[event.type](event);
  early.heard.splice(0).forEach(early.hear);
