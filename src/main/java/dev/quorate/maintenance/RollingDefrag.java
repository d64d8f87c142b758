package dev.quorate.maintenance;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EndpointStatus;
import dev.quorate.etcd.Maintenance;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Connections;
import dev.quorate.session.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Defragments one member after another. The leader comes last, as it may lose the lead while it does not answer; what came
 * of it is told in the order of the endpoints, as etcdctl does.
 */
public final class RollingDefrag {

    private final EndpointSurvey survey;
    private final Connections connections;

    public RollingDefrag(EndpointSurvey survey, Connections connections) {
        this.survey = survey;
        this.connections = connections;
    }

    Defragmented run(boolean cluster) throws InterruptedException {
        List<Endpoint> endpoints = survey.endpoints(cluster);
        Set<Endpoint> leading = leading(survey.statuses(endpoints));
        List<Endpoint> order = new ArrayList<>(endpoints);
        order.sort(Comparator.comparing(leading::contains));
        Map<Endpoint, Optional<Failure>> results = new LinkedHashMap<>();
        for (Endpoint endpoint : order) {
            results.put(endpoint, defragment(endpoint));
        }
        return Defragmented.inOrder(endpoints, results);
    }

    private static Set<Endpoint> leading(List<Reply<EndpointStatus>> replies) {
        return replies.stream()
                .filter(reply -> reply.value().filter(RollingDefrag::leads).isPresent())
                .map(Reply::endpoint)
                .collect(Collectors.toSet());
    }

    private static boolean leads(EndpointStatus status) {
        return status.leader() == status.header().memberId();
    }

    private Optional<Failure> defragment(Endpoint endpoint) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Maintenance maintenance = connections.client().maintenance();
        try {
            maintenance.defragment(endpoint);
            return Optional.empty();
        } catch (OperatorException e) {
            return Optional.of(e.failure());
        }
    }
}
