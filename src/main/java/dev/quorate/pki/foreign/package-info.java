/**
 * What people wrote for cfssl and openssl before: request files and signing policies. Read with their mistakes named, since
 * both programs pass over most of them in silence: cfssl takes an unknown profile for the default one, keeps the last of two
 * equal keys and writes an empty name into the certificate.
 */
@NullMarked
package dev.quorate.pki.foreign;

import org.jspecify.annotations.NullMarked;
