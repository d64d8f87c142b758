package dev.quorate.sandbox;

import dev.quorate.etcd.Quorum;
import dev.quorate.guard.Check;
import dev.quorate.guard.Finding;
import java.util.List;

/** Says what an even number of members is worth. */
record MemberCountCheck(SandboxRequest request) implements Check {

    @Override
    public List<Finding> look() {
        int size = request.size();
        if (size % 2 == 1) {
            return List.of();
        }
        int survives = new Quorum(size, size).toleranceAtBest();
        return List.of(Finding.warning(
                "%d members survive the loss of %d, no more than %d do".formatted(size, survives, size - 1),
                "an odd number is better: --members " + (size + 1)));
    }
}
