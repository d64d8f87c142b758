/**
 * How a member is configured: {@link dev.quorate.nodeconfig.Setting} is one option of etcd with its three spellings,
 * {@link dev.quorate.nodeconfig.NodeSettings} what a member is given, and a
 * {@link dev.quorate.nodeconfig.ConfigurationForm} writes it as YAML file, environment file or flags.
 *
 * <p>What others wrote, {@link dev.quorate.nodeconfig.ConfigurationReader} reads back, from any form and from the systemd unit
 * that starts an etcd; {@link dev.quorate.nodeconfig.ConfigurationChecks} says what is wrong with it.
 *
 * <p>Only one form may be on a host: with {@code --config-file} etcd silently ignores flags and environment. Options that the
 * etcd at hand does not have are refused here, by name, since etcd would refuse to start. This package knows {@code etcd},
 * {@code guard} and {@code remote} for their values.
 */
@NullMarked
package dev.quorate.nodeconfig;

import org.jspecify.annotations.NullMarked;
