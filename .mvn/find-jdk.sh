# Sourced by mvnw and glasshouse. find_jdk sets and exports JAVA_HOME to a JDK of at least
# $jdk_wanted and sets jdk_version; it returns 1 when there is none. It starts no process
# unless a JDK lacks its `release` file, because the launcher runs it on every call.

jdk_wanted=25

# Sets jdk_version and jdk_major to those of the JDK in folder $1; fails if it is not a JDK.
read_jdk_version() {
    jdk_version=
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            if [ "$key" = JAVA_VERSION ]; then
                value=${value#\"}
                jdk_version=${value%%\"*}
                break
            fi
        done <"$1/release"
    fi
    if [ -z "$jdk_version" ]; then
        jdk_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')
    fi
    jdk_major=${jdk_version%%[!0-9]*}
    [ -n "$jdk_major" ]
}

use_jdk() {
    JAVA_HOME=$1
    export JAVA_HOME
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && read_jdk_version "$JAVA_HOME" &&
        [ "$jdk_major" -ge "$jdk_wanted" ]; then
        use_jdk "$JAVA_HOME"
        return 0
    fi
    on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) &&
        read_jdk_version "${on_path%/bin/java}" && [ "$jdk_major" -ge "$jdk_wanted" ] &&
        use_jdk "${on_path%/bin/java}" && return 0
    # The wanted release first, a newer one only when there is no other.
    for accept in -eq -ge; do
        for candidate in \
            /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/*/* \
            "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* \
            "${HOME:-/nowhere}"/.asdf/installs/java/* \
            "${HOME:-/nowhere}"/.local/share/mise/installs/java/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home \
            "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
            if read_jdk_version "$candidate" && [ "$jdk_major" "$accept" "$jdk_wanted" ]; then
                use_jdk "$candidate"
                return 0
            fi
        done
    done
    return 1
}

explain_missing_jdk() {
    cat >&2 <<END
$1: no JDK $jdk_wanted or newer was found.
  Looked at JAVA_HOME (${JAVA_HOME:-not set}), java on PATH, and the usual JVM folders.
  Get one from https://adoptium.net/temurin/releases/?version=$jdk_wanted, or
    Debian, Ubuntu: apt-get install openjdk-$jdk_wanted-jdk (or temurin-$jdk_wanted-jdk)
    macOS:          brew install openjdk@$jdk_wanted
    anywhere:       sdk install java $jdk_wanted-tem (https://sdkman.io)
  then set JAVA_HOME to its folder if it is not found by itself.
END
}
