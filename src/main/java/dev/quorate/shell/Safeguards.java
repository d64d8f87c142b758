package dev.quorate.shell;

import dev.quorate.session.Protection;

/**
 * What stands around a line that changes something.
 *
 * @param audit keeps account of it
 * @param protection says whether its context is protected
 */
public record Safeguards(AuditTrail audit, Protection protection) {}
