package dev.quorate.check;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;

/** How much memory a member takes, by its own metrics. */
record Memory(EtcdClient client) {

    private static final String RESIDENT = "process_resident_memory_bytes";

    /** Bytes. @param when it is asked, for the failure: {@code before} */
    double resident(Endpoint endpoint, String when) {
        return client.metrics(endpoint)
                .lines()
                .filter(line -> line.startsWith(RESIDENT + " "))
                .findFirst()
                .map(line ->
                        Double.parseDouble(line.substring(RESIDENT.length()).strip()))
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.ERROR,
                        "could not read " + RESIDENT + " of " + endpoint + " " + when + " the put operations",
                        "etcd tells it at /metrics on systems that have /proc"));
    }
}
