package dev.quorate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every etcdctl line works unchanged: the whole table through etcdctl 3.5 and through this program within this process.
 * The share that is identical stands in {@code target/etcdctl-differential.txt}. {@code -Ddifferential.section=NAME} runs
 * one section.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EtcdctlDifferentialIT {

    @TempDir
    private Path home;

    private final Differential differential = new Differential(members -> new QuorateSide(members, home));

    @TestFactory
    Stream<DynamicContainer> answersAsEtcdctlDoes() throws IOException {
        String only = System.getProperty("differential.section");
        return Differential.sections().entrySet().stream()
                .filter(section -> only == null || only.equals(section.getKey()))
                .map(section -> differential.tests(section.getKey(), section.getValue()));
    }

    @AfterAll
    void report() throws IOException {
        differential.report(Path.of("target", "etcdctl-differential.txt"));
    }
}
