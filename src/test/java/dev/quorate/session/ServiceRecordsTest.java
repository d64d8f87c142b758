package dev.quorate.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.Endpoint;
import java.util.List;
import java.util.Map;
import javax.naming.CommunicationException;
import org.junit.jupiter.api.Test;

class ServiceRecordsTest {

    private static final Map<String, List<String>> RECORDS = Map.of(
            "_etcd-client-ssl._tcp.example.org", List.of("0 0 2379 a.example.org.", "0 0 2380 b.example.org."),
            "_etcd-client._tcp.example.org", List.of("0 0 2379 plain.example.org."),
            "_etcd-client-ssl-eu._tcp.example.org", List.of("0 0 2379 eu.example.org."));

    private final ServiceRecords records = new ServiceRecords(name -> RECORDS.getOrDefault(name, List.of()));

    @Test
    void findsEndpointsWithAndWithoutTls() {
        assertThat(records.endpoints("example.org", "", true))
                .extracting(Endpoint::text)
                .containsExactly(
                        "https://a.example.org:2379", "https://b.example.org:2380", "http://plain.example.org:2379");
    }

    @Test
    void leavesOutEndpointsWithoutTlsOnRequest() {
        assertThat(records.endpoints("example.org", "", false))
                .extracting(Endpoint::text)
                .containsExactly("https://a.example.org:2379", "https://b.example.org:2380");
    }

    @Test
    void asksForTheServiceOfAName() {
        assertThat(records.endpoints("example.org", "eu", true))
                .extracting(Endpoint::text)
                .containsExactly("https://eu.example.org:2379");
    }

    @Test
    void refusesADomainWithoutRecords() {
        assertThatThrownBy(() -> records.endpoints("example.com", "", true))
                .hasMessage("no SRV records of etcd in example.com");
    }

    @Test
    void saysWhatCannotBeLookedUp() {
        ServiceRecords cutOff = new ServiceRecords(name -> {
            throw new CommunicationException("no server answers");
        });

        assertThatThrownBy(() -> cutOff.endpoints("example.org", "", true))
                .hasMessage("cannot look up _etcd-client-ssl._tcp.example.org: no server answers");
    }
}
