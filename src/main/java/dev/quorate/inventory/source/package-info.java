/**
 * Members as other tools know them: servers of Hetzner Cloud, hosts of an Ansible inventory, a plain table. Each reader gives
 * what it understands and says, with its place, what it does not; none ever chokes on the rest.
 */
@NullMarked
package dev.quorate.inventory.source;

import org.jspecify.annotations.NullMarked;
