package dev.quorate.etcd.jetcd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.EtcdSettings;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelMakerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.grpc.internal.ManagedChannelImpl",
                "io.netty.util.concurrent.DefaultPromise.rejectedExecution",
                "io.netty.channel.AbstractChannelHandlerContext"
            })
    void librariesWriteNothingToTheScreen(String logger) {
        EtcdSettings settings = new EtcdSettings(
                List.of(new Endpoint("127.0.0.1:1")),
                EtcdSettings.Tls.NONE,
                Optional.empty(),
                EtcdSettings.Timeouts.DEFAULT,
                EtcdSettings.KeepAlive.DEFAULT);

        try (EtcdClient client = new JetcdClients().connect(settings)) {
            assertThat(client).isNotNull();
            assertThat(Logger.getLogger(logger).isLoggable(Level.SEVERE)).isFalse();
        }
    }
}
