package dev.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.quorate.etcd.Member;
import dev.quorate.etcd.MemberList;
import dev.quorate.etcd.Membership.Added;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.output.View;
import io.etcd.jetcd.api.MemberAddResponse;
import io.etcd.jetcd.api.MemberListResponse;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code -w protobuf} writes is what readers of etcd's API read. */
class MemberMessagesTest {

    private static final ResponseHeader HEADER = new ResponseHeader(0x12, 0xf4a457008d1441f2L, 0, 2);
    private static final Member LEARNER = new Member(
            0xf4a457008d1441f2L, "m1", List.of("https://p:2380"), List.of("https://c:1", "https://c:2"), true);
    private static final Member UNSTARTED = new Member(7, "", List.of("https://q:2380"), List.of(), false);

    @Test
    void aListIsTheMessageOfItsName() throws InvalidProtocolBufferException {
        View view = new MemberListView(new MemberList(HEADER, List.of(LEARNER, UNSTARTED)), false);

        var message = MemberListResponse.parseFrom(protobuf(view));

        assertThat(message.getHeader().getMemberId()).isEqualTo(0xf4a457008d1441f2L);
        assertThat(message.getMembersList()).hasSize(2);
        assertThat(message.getMembers(0).getClientURLsList()).containsExactly("https://c:1", "https://c:2");
        assertThat(message.getMembers(0).getIsLearner()).isTrue();
        assertThat(message.getMembers(1).getName()).isEmpty();
        assertThat(message.toByteArray()).isEqualTo(protobuf(view));
    }

    @Test
    void anAdditionHasTheNewMemberApart() throws InvalidProtocolBufferException {
        View view =
                new MemberAddedView(new Added(HEADER, UNSTARTED, List.of(LEARNER, UNSTARTED)), "x", "https://q:2380");

        var message = MemberAddResponse.parseFrom(protobuf(view));

        assertThat(message.getMember().getID()).isEqualTo(7);
        assertThat(message.getMembersCount()).isEqualTo(2);
        assertThat(message.toByteArray()).isEqualTo(protobuf(view));
    }

    private static byte[] protobuf(View view) {
        var out = new ByteArrayOutputStream();
        view.protobuf(out::writeBytes);
        return out.toByteArray();
    }
}
