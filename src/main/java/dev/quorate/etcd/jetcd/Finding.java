package dev.quorate.etcd.jetcd;

/**
 * Why an endpoint cannot be used.
 *
 * @param cause follows the endpoint and a colon
 * @param hint what to do next
 * @param passed whether nothing is wrong any more
 */
record Finding(String cause, String hint, boolean passed) {

    Finding(String cause, String hint) {
        this(cause, hint, false);
    }
}
