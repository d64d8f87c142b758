package dev.quorate.etcd;

import java.util.List;

/** Alarms raised, or just disarmed. */
public record AlarmList(ResponseHeader header, List<Alarm> alarms) {
    public AlarmList {
        alarms = List.copyOf(alarms);
    }
}
