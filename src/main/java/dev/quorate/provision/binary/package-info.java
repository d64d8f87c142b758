/**
 * Where etcd itself comes from. On a fresh machine a sandbox must come up without installing anything: what is on
 * {@code PATH} or in the cache is taken, else the distribution's package is unpacked or the release fetched into the cache.
 */
@NullMarked
package dev.quorate.provision.binary;

import org.jspecify.annotations.NullMarked;
