# Debian's and Ubuntu's packages, for ./run and ./check to source. PACKAGE, or PACKAGE/PROGRAM where having the
# program is enough, whoever installed it.
PATH=$PATH:/usr/sbin:/sbin

build_packages=(
    cmake/cmake ninja-build/ninja ccache/ccache g++/c++
    qt6-base-dev             # Core, Network, Sql, Widgets, Test
    qt6-svg-dev              # icons
    qt6-tools-dev            # translations: their CMake part,
    qt6-tools-dev-tools      # which also looks for these
    qt6-l10n-tools           # lrelease, and lupdate for a test
    qt6-translations-l10n    # Qt's own words, of buttons and keys
    libqt6sql6-sqlite        # the store
    libyaml-cpp-dev          # compose files
    qt6-translations-l10n    # the words of Qt's own buttons
)
test_packages=(
    docker.io/dockerd        # a private engine
    docker-registry/docker-registry
    apache2-utils/htpasswd   # passwords of a registry
    busybox-static/busybox   # the smallest image
    python3/python3          # tests/support
    iproute2/ip procps/pgrep
    xvfb/Xvfb dbus/dbus-run-session at-spi2-core python3-pyatspi # the window as a screen reader sees it
    python3-dbusmock         # the desktop: notifications, logind, portal
)
engine_packages=(docker.io/dockerd ca-certificates)

say() { printf '%s\n' "$@"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

is_there() { # PACKAGE[/PROGRAM]
    case $1 in
    */*) command -v "${1#*/}" > /dev/null ;;
    *) dpkg-query -W -f '${Status}' "$1" 2> /dev/null | grep -q 'install ok installed' ;;
    esac
}

# Without apt it names what may be missing and leaves it to CMake to find out.
install_missing() { # PACKAGE[/PROGRAM]...
    local each missing=()
    if ! command -v apt-get > /dev/null; then
        for each in "$@"; do
            case $each in
            */*) is_there "$each" || missing+=("${each%/*}") ;;
            *) missing+=("$each") ;;
            esac
        done
        say "There is no apt here, so nothing is installed. By Debian's names, Slipway needs: ${missing[*]}"
        return
    fi
    for each in "$@"; do
        is_there "$each" || missing+=("${each%/*}")
    done
    ((${#missing[@]})) || return 0
    say "Installing: ${missing[*]}"
    as_root apt-get update -q > /dev/null &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}" \
            > /dev/null && return
    say "That did not work. As root: apt-get install ${missing[*]}"
    return 1
}
