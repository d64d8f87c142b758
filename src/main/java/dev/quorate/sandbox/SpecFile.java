package dev.quorate.sandbox;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.provision.Node.Program;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The text a {@link SandboxSpec} is remembered as: {@code word=value} lines. */
final class SpecFile {

    private SpecFile() {}

    static String format(SandboxSpec spec) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("members", spec.size());
        values.put("version", spec.version());
        values.put("etcd", spec.program().etcd());
        values.put("token", spec.token());
        values.put("client-port", spec.ports().client());
        values.put("peer-port", spec.ports().peer());
        values.put("joined", spec.joined());
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static SandboxSpec parse(Path file, String text) {
        Map<String, String> values = text.lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
        try {
            return new SandboxSpec(
                    number(values, "members"),
                    new Program(Path.of(value(values, "etcd")), version(values)),
                    value(values, "token"),
                    new SandboxSpec.Ports(number(values, "client-port"), number(values, "peer-port")),
                    Boolean.parseBoolean(value(values, "joined")));
        } catch (IllegalArgumentException e) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    file + " is damaged: " + e.getMessage(),
                    "make a new sandbox: sandbox down --purge, then sandbox up");
        }
    }

    private static EtcdVersion version(Map<String, String> values) {
        String text = value(values, "version");
        return EtcdVersion.parse(text).orElseThrow(() -> new IllegalArgumentException("version is " + text));
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(value(values, name));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
