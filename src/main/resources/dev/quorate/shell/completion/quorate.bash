# shellcheck shell=bash
# Completion of quorate for bash, made by "quorate completion bash". Commands, flags and choices are in here; names of the
# cluster's keys, members and the like are asked of the program, which answers within a second or not at all.

_quorate_at() { # what may stand at a place among the command words
    words=() also=() flags=() kinds=()
    case $1 in
@places@
    *) return 1 ;;
    esac
}

_quorate_options() { # what may stand in every line
@options@
}

_quorate_kind() { # what the value of a flag, or the argument at a position, is
    local row
    for row in "${kinds[@]}"; do
        if [[ ${row%%=*} == "$1" ]]; then
            kind=${row#*=}
            return 0
        fi
    done
    return 1
}

_quorate_typed() { # the words up to the cursor; bash has cut them at = and :
    local line=$COMP_LINE word=0 begin
    for ((word = 0; word <= COMP_CWORD; word++)); do
        begin=${line#"${line%%[![:blank:]]*}"}
        if ((word > 0)) && [[ $begin == "$line" && -n ${COMP_WORDS[word]} ]]; then
            typed[${#typed[@]} - 1]+=${COMP_WORDS[word]}
        else
            typed+=("${COMP_WORDS[word]}")
        fi
        line=${begin#"${COMP_WORDS[word]}"}
    done
}

_quorate_plain() { # a word without its quotes
    plain=${1#[\"\']}
    plain=${plain%[\"\']}
    plain=${plain//\\/}
}

_quorate_live() {
    local program=quorate value quoted plain meant=()
    if [[ ${typed[0]} == */quorate ]]; then program=${typed[0]}; fi
    for value in "${typed[@]:1}"; do
        _quorate_plain "$value"
        meant+=("$plain")
    done
    while IFS=$'\t' read -r value _; do
        printf -v quoted %q "$value"
        quoted=${quoted//\\,/,}
        case $current in
        [\"\']*) COMPREPLY+=("$value") ;;
        *) COMPREPLY+=("$quoted") ;;
        esac
    done < <("$program" __complete -- "${meant[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then compopt -o nospace 2>/dev/null; fi
}

_quorate_value() { # proposes values of a kind; $2 is what stands before the value in the same word
    local value=${current#"$2"}
    case $1 in
    :*) mapfile -t COMPREPLY < <(compgen -P "$2" -W "${1#:}" -- "$value") ;;
    file)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -P "$2" -f -- "$value")
        ;;
    directory)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -P "$2" -d -- "$value")
        ;;
    live) _quorate_live ;;
    esac
}

_quorate_uncut() { # readline replaces only what is behind the last = or :, or from the last @ on
    local cut='' i
    for ((i = 0; i < ${#current}; i++)); do
        case ${current:i:1} in
        [=:]) if [[ $COMP_WORDBREAKS == *"${current:i:1}"* ]]; then cut=${current:0:i+1}; fi ;;
        @) if [[ $COMP_WORDBREAKS == *@* ]]; then cut=${current:0:i}; fi ;;
        esac
    done
    COMPREPLY=("${COMPREPLY[@]#"$cut"}")
}

_quorate() {
    local typed=() words also flags kinds kind='' place='' position=0 awaiting='' dashes='' lost='' current word i
    COMPREPLY=()
    _quorate_typed
    current=${typed[${#typed[@]} - 1]}
    _quorate_at '' && _quorate_options
    for ((i = 1; i < ${#typed[@]} - 1; i++)); do
        word=${typed[i]}
        if [[ -n $awaiting ]]; then
            awaiting=''
        elif [[ -z $dashes && $word == -- ]]; then
            dashes=1
        elif [[ -z $dashes && $word == -?* ]]; then
            if [[ $word != *=* ]] && _quorate_kind "$word"; then awaiting=$word; fi
        elif [[ $position -eq 0 && -z $dashes$place && $word == @?* ]]; then
            : # members to ask
        elif [[ $position -eq 0 && " ${words[*]} ${also[*]} " == *" $word "* ]]; then
            place=${place:+$place }$word
            _quorate_at "$place" && _quorate_options
        elif [[ $position -eq 0 && ${#words[@]} -gt 0 ]] && ! _quorate_kind 1 && ! _quorate_kind '*'; then
            lost=1
        else
            position=$((position + 1))
        fi
    done
    if [[ -n $lost || $position -eq 0 && -z $dashes$place$awaiting && $current == @* ]]; then
        _quorate_live
    elif [[ -n $awaiting ]]; then
        _quorate_kind "$awaiting" && _quorate_value "$kind" ''
    elif [[ -z $dashes && $current == --*=* ]]; then
        _quorate_kind "${current%%=*}" && _quorate_value "$kind" "${current%%=*}="
    elif [[ -z $dashes && $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "${flags[*]}" -- "$current")
    else
        if _quorate_kind $((position + 1)) || _quorate_kind '*'; then _quorate_value "$kind" ''; fi
        if [[ $position -eq 0 ]]; then
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W "${words[*]}" -- "$current")
        fi
    fi
    _quorate_uncut
}

complete -F _quorate quorate
if [[ $(alias etcdctl 2>/dev/null) == *quorate* ]]; then complete -F _quorate etcdctl; fi
