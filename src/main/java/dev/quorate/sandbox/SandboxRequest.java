package dev.quorate.sandbox;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the operator asks a sandbox to be; what is left out is as it is, or as is usual. */
record SandboxRequest(Optional<Integer> members, Optional<EtcdVersion> version) {

    private static final int USUAL_MEMBERS = 3;

    SandboxRequest {
        members.ifPresent(SandboxRequest::requirePossible);
    }

    private static void requirePossible(int count) {
        if (count < 1 || count > SandboxSpec.MOST_MEMBERS) {
            throw OperatorException.of(
                    ExitCode.BAD_ARGUMENTS,
                    "a sandbox has 1 to " + SandboxSpec.MOST_MEMBERS + " members, not " + count,
                    "3 and 5 are usual");
        }
    }

    private static String members(int count) {
        return count == 1 ? "1 member" : count + " members";
    }

    int size() {
        return members.orElse(USUAL_MEMBERS);
    }

    /** Refuses to turn the sandbox there is into another one. */
    void requireMatch(SandboxSpec present) {
        List<String> differences = new ArrayList<>();
        members.filter(count -> count != present.size())
                .ifPresent(count -> differences.add("has " + members(present.size()) + ", not " + count));
        version.filter(wanted -> !wanted.equals(present.version()))
                .ifPresent(wanted -> differences.add("runs etcd " + present.version() + ", not " + wanted));
        if (!differences.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the sandbox " + String.join(" and ", differences),
                    "keep it as it is with 'sandbox up', or delete it first with 'sandbox down --purge'");
        }
    }
}
