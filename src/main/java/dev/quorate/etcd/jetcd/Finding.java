package dev.quorate.etcd.jetcd;

/**
 * Why an endpoint cannot be used.
 *
 * @param cause follows the endpoint and a colon
 * @param hint what to do next
 */
record Finding(String cause, String hint) {}
