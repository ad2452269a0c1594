using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen.Runtime.Tests.Conversations;

public sealed partial class ConversationTests
{
    private const string Signed = "{ \"role\": \"model\", \"parts\": [ {\"text\":\"\\u00e9 \\/ \\ud83d\\ude00\", \"thoughtSignature\" : \"AbC+/=\"}, {\"functionCall\":{\"id\":\"1\",\"name\":\"f\",\"args\":{\"n\":1.0}},\"new\":[]} ] }";

    [Fact]
    public void WhatIsStoredComesBackByteForByte()
    {
        Conversation conversation = new();
        conversation.AddUserTurn("Line\n\"quoted\" 😀", isPinned: true);
        conversation.Add(ConversationTurn.FromContent(Encoding.UTF8.GetBytes(Signed)));

        Conversation copy = Conversation.Parse(conversation.ToJson());

        Assert.Equal(conversation.Turns.Select(turn => Encoding.UTF8.GetString(turn.Content.Span)), copy.Turns.Select(turn => Encoding.UTF8.GetString(turn.Content.Span)));
        Assert.Equal(Signed, Encoding.UTF8.GetString(copy.Turns[1].Content.Span));
        Assert.Equal([true, false], copy.Turns.Select(turn => turn.IsPinned));
        Assert.Equal(conversation.ToJson(), copy.ToJson());
    }

    [Fact]
    public void ATurnSaysWhatItIs()
    {
        ConversationTurn user = ConversationTurn.FromText(ConversationRole.User, "Hello 😀");
        ConversationTurn model = ConversationTurn.FromContent(Encoding.UTF8.GetBytes(Signed));
        ConversationTurn results = ConversationTurn.FromContent("{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"id\":\"1\",\"name\":\"f\",\"response\":{}}}]}"u8);
        ConversationTurn thinking = ConversationTurn.FromContent("{\"role\":\"model\",\"parts\":[{\"thought\":true,\"text\":\"hm\"},{\"text\":\"a\"},{\"text\":\"b\"}]}"u8);

        Assert.Equal((ConversationRole.User, "Hello 😀", false, false), (user.Role, user.Text, user.CallsFunctions, user.HasFunctionResults));
        Assert.Equal((ConversationRole.Model, "é / 😀", true, false), (model.Role, model.Text, model.CallsFunctions, model.HasFunctionResults));
        Assert.Equal((ConversationRole.User, "", false, true), (results.Role, results.Text, results.CallsFunctions, results.HasFunctionResults));
        Assert.Equal("ab", thinking.Text);
        Assert.Equal("model: ab", thinking.ToString());
        Assert.InRange(user.EstimatedTokens, 2, 6);
        Assert.Equal(1121, ConversationTurn.FromContent("{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AAAA\"}}]}"u8).EstimatedTokens);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":2,\"turns\":[]}")]
    [InlineData("{\"version\":\"1\",\"turns\":[]}")]
    [InlineData("{\"version\":1,\"turns\":[{}]}")]
    [InlineData("{\"version\":1,\"turns\":[1]}")]
    [InlineData("{\"version\":1,\"turns\":[{\"content\":{\"role\":\"user\"}}]}")]
    [InlineData("{\"version\":1,\"turns\":[{\"content\":{\"parts\":[1]}}]}")]
    [InlineData("{\"version\":1,\"turns\":[]} x")]
    [InlineData("{\"version\":1,\"turns\":[")]
    [InlineData("{\"version\":1,\"turns\":[{\"content\":{\"role\":\"system\",\"parts\":[{\"text\":\"a\"}]}}]}")]
    [InlineData("{\"version\":1,\"turns\":[{\"content\":{\"role\":1,\"parts\":[{\"text\":\"a\"}]}}]}")]
    [InlineData("{\"version\":1,\"turns\":[{\"content\":{\"role\":\"user\",\"parts\":[]}}]}")]
    [InlineData("")]
    [InlineData(" \n")]
    public void WhatIsNoConversationIsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Conversation.Parse(json));

    [Theory]
    [InlineData("")]
    [InlineData("\t")]
    public void NothingIsNamedAsNoConversation(string json)
        => Assert.Contains("conversation", Assert.Throws<JsonException>(() => Conversation.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"version\":99}")]
    [InlineData("{\"version\":99,\"turns\":{}}")]
    public void AnotherVersionIsToldWhateverItHolds(string json)
        => Assert.Contains("version 99", Assert.Throws<JsonException>(() => Conversation.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void ItIsAMemberOfOtherJsonWithoutReflection()
    {
        Session session = new("s1", new Conversation());
        session.History.Add(ConversationTurn.FromContent(Encoding.UTF8.GetBytes(Signed)));

        string json = JsonSerializer.Serialize(session, SessionContext.Default.Session);
        Session copy = JsonSerializer.Deserialize(json, SessionContext.Default.Session)!;

        Assert.Equal(Signed, Encoding.UTF8.GetString(Assert.Single(copy.History.Turns).Content.Span));
    }

    [Fact]
    public void PinsAndForksAndForgets()
    {
        Conversation conversation = new() { Trimming = new ConversationTrimming { MaxTokens = 10 } };
        conversation.AddUserTurn("a");
        IReadOnlyList<ConversationTurn> before = conversation.Turns;
        Conversation fork = conversation.Fork();
        conversation.AddModelTurn("b");
        conversation.Pin(conversation.Turns[0]);

        Assert.Single(before);
        Assert.Equal("a", Assert.Single(fork.Turns).Text);
        Assert.Same(conversation.Trimming, fork.Trimming);
        Assert.True(conversation.Turns[0].IsPinned);
        Assert.Throws<ArgumentException>(() => conversation.Pin(before[0]));
        conversation.Clear();
        Assert.Empty(conversation.Turns);
        Assert.Equal(0, conversation.EstimatedTokens);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConversationTrimming { MaxTokens = 0 });
    }

    internal sealed record Session(string Id, Conversation History);

    [JsonSerializable(typeof(Session))]
    private sealed partial class SessionContext : JsonSerializerContext;
}
