package dev.quorate.cluster;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.Optional;

/** How the operator reaches a cluster whose certificates were made elsewhere: by what was saved when it was adopted. */
@FunctionalInterface
public interface WayIn {

    Optional<EtcdSettings> to(String cluster);

    /** @throws OperatorException where nothing was saved */
    default EtcdSettings require(String cluster) {
        return to(cluster)
                .orElseThrow(() -> OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "nothing says how to reach " + cluster + ", whose certificates were made elsewhere",
                        "save it: connect ENDPOINTS --cacert … --cert … --key …, then context save " + cluster));
    }
}
