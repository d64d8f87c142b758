# Finds a JDK of at least release 25. To be sourced by POSIX shells.
# shellcheck shell=sh

# The release of the JDK in folder $1 as a number, 0 where there is none. Reads a file: starting a JVM takes longer.
jdk_release() {
    jdk_version=
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        while IFS='="' read -r jdk_name _ jdk_value _; do
            if [ "$jdk_name" = JAVA_VERSION ]; then jdk_version=${jdk_value%%[.+-]*}; fi
        done <"$1/release"
    fi
    echo "${jdk_version:-0}"
}

# Prints the folder of the first JDK that will do, or says what to install and fails.
find_jdk() {
    jdk_on_path=$(command -v javac || true)
    if [ -n "$jdk_on_path" ]; then jdk_on_path=$(dirname "$(dirname "$(readlink -f "$jdk_on_path")")"); fi
    for jdk in "${JAVA_HOME:-/nowhere}" "${jdk_on_path:-/nowhere}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/* /usr/java/* /usr/local/java/*; do
        if [ "$(jdk_release "$jdk")" -ge 25 ] 2>/dev/null; then
            echo "$jdk"
            return
        fi
    done
    cat >&2 <<END
No JDK 25 found: JAVA_HOME is ${JAVA_HOME:-not set}, and none is on PATH, in /usr/lib/jvm, /Library/Java, ~/.sdkman, ~/.jdks or /opt.
Install one (for example Eclipse Temurin 25, or your distribution's openjdk-25-jdk), or set JAVA_HOME to where it is.
END
    return 1
}
