/**
 * Where passphrases of authorities' keys come from: what a line says, what was unlocked for a time, else the operator.
 *
 * <p>A building block on {@code command} and {@code pki}, as whatever issues certificates needs it. Passphrases are in no
 * log, history or error text.
 */
@NullMarked
package dev.quorate.passphrase;

import org.jspecify.annotations.NullMarked;
