package dev.quorate.nodeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.testing.Golden;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationFormTest {

    private static final EtcdVersion V3_4 = new EtcdVersion(3, 4, 23);
    private static final EtcdVersion V3_5 = new EtcdVersion(3, 5, 30);
    private static final Path FILE = Path.of("/etc/etcd/etcd.conf");

    private final Golden golden = Golden.of(getClass());

    @ParameterizedTest
    @EnumSource(ConfigurationForm.class)
    void writesAMember(ConfigurationForm form) {
        golden.check(form.name().toLowerCase(Locale.ROOT) + ".txt", form.render(member(), V3_5));
    }

    @Test
    void onlyAYamlFileIsNamedOnTheCommandLine() {
        assertThat(ConfigurationForm.YAML_FILE.arguments(member(), V3_5, FILE))
                .containsExactly("--config-file", "/etc/etcd/etcd.conf");
        assertThat(ConfigurationForm.ENVIRONMENT_FILE.arguments(member(), V3_5, FILE))
                .isEmpty();
        assertThat(ConfigurationForm.FLAGS.arguments(member(), V3_5, FILE)).contains("--name=etcd1");
    }

    @Test
    void namesEverySettingThatAVersionLacks() {
        NodeSettings settings = member().with(Setting.TLS_MAX_VERSION, "TLS1.3");

        assertThatThrownBy(() -> ConfigurationForm.YAML_FILE.render(settings, V3_4))
                .hasMessage("etcd 3.4.23 has no --tls-min-version, --tls-max-version");
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_MIN_VERSION, 3.4.24, false",
        "TLS_MIN_VERSION, 3.4.25, true",
        "TLS_MIN_VERSION, 3.5.7, false",
        "TLS_MIN_VERSION, 3.5.8, true",
        "COMPACT_HASH_CHECK, 3.5.4, false",
        "COMPACT_HASH_CHECK, 3.5.5, true",
        "ENABLE_V2, 3.5.30, true",
        "ENABLE_V2, 3.6.0, false",
        "NAME, 3.4.0, true",
    })
    void knowsWhichVersionsHaveASetting(Setting setting, String version, boolean known) {
        assertThat(setting.knownTo(EtcdVersion.parse(version).orElseThrow())).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "HEARTBEAT_INTERVAL, 100ms, a whole number",
        "PEER_CLIENT_CERT_AUTH, yes, true or false",
        "GRPC_KEEPALIVE_INTERVAL, 5, a duration such as 5s",
        "NAME, 'two\nlines', one line of text",
    })
    void refusesAValueOfAnotherKind(Setting setting, String value, String expected) {
        assertThatThrownBy(() -> NodeSettings.NONE.with(setting, value))
                .hasMessage("\"" + value + "\" is no value for --" + setting.flag())
                .extracting("failure.hint")
                .isEqualTo("it takes " + expected);
    }

    @Test
    void findsASettingByItsFlag() {
        assertThat(Setting.ofFlag("peer-cert-file")).contains(Setting.PEER_CERT_FILE);
        assertThat(Setting.PEER_CERT_FILE.variable()).isEqualTo("ETCD_PEER_CERT_FILE");
        assertThat(Setting.ofFlag("peer-cert")).isEmpty();
    }

    private static NodeSettings member() {
        return NodeSettings.NONE
                .with(Setting.INITIAL_CLUSTER, "etcd1=https://10.0.0.1:2380,etcd2=https://10.0.0.2:2380")
                .with(Setting.NAME, "etcd1")
                .with(Setting.DATA_DIR, Path.of("/var/lib/etcd"))
                .with(Setting.LISTEN_CLIENT_URLS, "https://10.0.0.1:2379,https://127.0.0.1:2379")
                .with(Setting.INITIAL_CLUSTER_TOKEN, "my token: \"x\" #1")
                .with(Setting.CERT_FILE, "/etc/etcd/pki/server.crt")
                .with(Setting.CLIENT_CERT_AUTH, true)
                .with(Setting.PEER_CERT_FILE, "/etc/etcd/pki/peer.crt")
                .with(Setting.PEER_CLIENT_CERT_AUTH, true)
                .with(Setting.CIPHER_SUITES, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_AES_128_GCM_SHA256")
                .with(Setting.TLS_MIN_VERSION, "TLS1.2")
                .with(Setting.HEARTBEAT_INTERVAL, 100)
                .with(Setting.QUOTA_BACKEND_BYTES, 8_589_934_592L)
                .with(Setting.AUTO_COMPACTION_RETENTION, "1")
                .with(Setting.GRPC_KEEPALIVE_INTERVAL, "1h0.5s")
                .with(Setting.LOG_OUTPUTS, "stderr,/var/log/etcd.log");
    }
}
