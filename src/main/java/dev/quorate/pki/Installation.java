package dev.quorate.pki;

/**
 * A certificate on a host.
 *
 * @param where host and file, {@code etcd1:/etc/etcd/pki/server.crt}
 */
public record Installation(IssuedCertificate certificate, String where) {}
