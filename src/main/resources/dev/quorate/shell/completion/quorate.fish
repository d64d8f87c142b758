# Completion of quorate for fish, made by "quorate completion fish". Commands, flags and choices are in here; names of the
# cluster's keys, members and the like are asked of the program, which answers within a second or not at all.

function __quorate_at # what may stand at a place among the command words
    set -g __quorate_words
    set -g __quorate_also
    set -g __quorate_flags
    set -g __quorate_kinds
    switch "$argv[1]"
@places@
        case '*'
            return 1
    end
@options@
end

function __quorate_kind # what the value of a flag, or the argument at a position, is
    for row in $__quorate_kinds
        if test (string split -m1 = -- $row)[1] = "$argv[1]"
            string split -m1 = -- $row | tail -n 1
            return 0
        end
    end
    return 1
end

function __quorate_takes_arguments
    __quorate_kind 1 >/dev/null; or __quorate_kind '*' >/dev/null
end

function __quorate_value # proposes values of a kind; the second word is what stands before the value in the same word
    set -l prefix $argv[2]
    set -l value (string sub -s (math (string length -- "$prefix") + 1) -- (commandline -ct))
    switch "$argv[1]"
        case ':*'
            for choice in (string split ' ' -- (string sub -s 2 -- $argv[1]))
                echo $prefix$choice
            end
        case file
            string replace -r '^' -- "$prefix" (__fish_complete_path $value)
        case directory
            string replace -r '^' -- "$prefix" (__fish_complete_directories $value '')
        case live
            __quorate_live
    end
end

function __quorate_live
    set -l typed (commandline -opc)
    set -l program quorate
    string match -q '*/quorate' -- $typed[1]; and set program $typed[1]
    $program __complete -- $typed[2..-1] (commandline -ct | string unescape) 2>/dev/null
end

function __quorate
    set -l place ''
    set -l position 0
    set -l awaiting ''
    set -l dashes ''
    set -l current (commandline -ct)
    __quorate_at ''
    for word in (commandline -opc)[2..-1]
        if test -n "$awaiting"
            set awaiting ''
        else if test -z "$dashes"; and string match -q -- -- $word
            set dashes 1
        else if test -z "$dashes"; and string match -q -- '-?*' $word
            if not string match -q '*=*' -- $word; and __quorate_kind $word >/dev/null
                set awaiting $word
            end
        else if test -z "$dashes$place" -a $position -eq 0; and string match -q -- '@?*' $word
            continue # members to ask
        else if test $position -eq 0; and string match -q -- $word\t'*' $__quorate_words; or contains -- $word $__quorate_also
            set place (string trim -- "$place $word")
            __quorate_at $place
        else if test $position -eq 0; and test -n "$__quorate_words"; and not __quorate_takes_arguments
            __quorate_live
            return
        else
            set position (math $position + 1)
        end
    end
    if test -n "$awaiting"
        __quorate_value (__quorate_kind $awaiting) ''
    else if test -z "$dashes$place" -a $position -eq 0; and string match -q -- '@*' $current
        __quorate_live
    else if test -z "$dashes"; and string match -q -- '--*=*' $current
        set -l name (string split -m1 = -- $current)[1]
        __quorate_value (__quorate_kind $name) $name=
    else if test -z "$dashes"; and string match -q -- '-*' $current
        printf '%s\n' $__quorate_flags
    else
        test $position -eq 0; and printf '%s\n' $__quorate_words
        set -l kind (__quorate_kind (math $position + 1); or __quorate_kind '*')
        test -n "$kind"; and __quorate_value $kind ''
    end
end

complete -c quorate -f -a '(__quorate)'
