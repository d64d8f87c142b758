/**
 * Certificates: authorities, what they issue, and the folder it is kept in. Knows no feature, no cluster and no command.
 *
 * <p>The only package that sees Bouncy Castle, and it sees little of it: the JDK makes keys and signs, Bouncy Castle builds
 * the structures (certificate, request, revocation list). Its provider is never registered; making one costs more than
 * issuing a whole cluster's certificates, so it is made only for what the JDK cannot read (legacy encrypted keys).
 *
 * <p>Everything lies as plain PEM in one folder, readable by openssl and cfssl. Keys are 0600, certificates 0644,
 * directories 0700. The names in the folder are links into the version of the store that counts, so that a certificate and
 * its key change at one instant and are what any program reads there, at any time; a folder of plain files, of another
 * program or copied by hand, is taken over file by file as it changes.
 */
@NullMarked
package dev.quorate.pki;

import org.jspecify.annotations.NullMarked;
