package dev.quorate.etcd.jetcd;

/**
 * Why an endpoint cannot be used.
 *
 * @param cause follows the endpoint and a colon
 * @param hint what to do next
 * @param mayPass whether a second attempt may succeed: nothing is wrong any more, or looking took too long
 */
record Finding(String cause, String hint, boolean mayPass) {

    Finding(String cause, String hint) {
        this(cause, hint, false);
    }
}
