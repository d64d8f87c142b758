package dev.quorate.sandbox;

import java.nio.file.Path;

/** Where the sandbox keeps its things. */
record SandboxDirectory(Path root) {

    Path spec() {
        return root.resolve("sandbox.properties");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path pki() {
        return root.resolve("pki");
    }

    Path members() {
        return root.resolve("members");
    }

    Path member(String name) {
        return members().resolve(name);
    }

    Path data(String name) {
        return member(name).resolve("data");
    }

    Path memberPki(String name) {
        return member(name).resolve("pki");
    }

    Path configuration(String name) {
        return member(name).resolve("etcd.yaml");
    }

    Path log(String name) {
        return member(name).resolve("log");
    }

    Path process(String name) {
        return member(name).resolve("process");
    }
}
