package dev.quorate.maintenance;

import dev.quorate.etcd.Alarm;
import dev.quorate.etcd.AlarmList;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.view.HeaderView;
import dev.quorate.output.LineSink;
import dev.quorate.output.ProtobufMessage;
import dev.quorate.output.Table;
import dev.quorate.output.Tree;
import dev.quorate.output.View;
import java.util.List;
import java.util.Optional;

/** @param header left out where several answers make one result, as etcd's client leaves it out */
record AlarmsView(Optional<ResponseHeader> header, List<Alarm> alarms) implements View {

    static AlarmsView raised(AlarmList list) {
        return new AlarmsView(Optional.of(list.header()), list.alarms());
    }

    static AlarmsView disarmed(AlarmList list) {
        return new AlarmsView(Optional.empty(), list.alarms());
    }

    @Override
    public Tree tree() {
        Tree.Builder fields = Tree.fields();
        header.ifPresent(present -> fields.put("header", HeaderView.tree(present)));
        return fields.putUnlessEmpty(
                        "alarms", alarms.stream().map(AlarmsView::tree).toList())
                .build();
    }

    private static Tree tree(Alarm alarm) {
        return Tree.fields()
                .putUnsignedUnlessZero("memberID", alarm.memberId())
                .putUnlessZero("alarm", alarm.type().number())
                .build();
    }

    @Override
    public Table table() {
        return new Table(
                List.of("member", "alarm"),
                alarms.stream()
                        .map(alarm -> List.of(
                                Long.toHexString(alarm.memberId()), alarm.type().name()))
                        .toList());
    }

    @Override
    public boolean tabular() {
        return true;
    }

    /** As protobuf writes a message in one line, the blank at its end included. */
    @Override
    public void lines(LineSink out) {
        alarms.forEach(alarm ->
                out.line("memberID:" + Long.toUnsignedString(alarm.memberId()) + " alarm:" + alarm.type() + " "));
    }

    @Override
    public void fields(LineSink out) {
        header.ifPresent(present -> HeaderView.fields(present, out));
        for (Alarm alarm : alarms) {
            out.line("\"MemberID\" : " + Long.toUnsignedString(alarm.memberId()));
            out.line("\"AlarmType\" : " + alarm.type());
            out.line("");
        }
    }

    @Override
    public void protobuf(LineSink out) {
        var message = new ProtobufMessage();
        header.ifPresent(present -> message.message(1, HeaderView.protobuf(present)));
        for (Alarm alarm : alarms) {
            var one = new ProtobufMessage()
                    .number(1, alarm.memberId())
                    .number(2, alarm.type().number());
            message.message(2, one);
        }
        out.write(message.toArray());
    }
}
