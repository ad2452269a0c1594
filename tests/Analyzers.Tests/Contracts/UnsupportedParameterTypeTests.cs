using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0003.</summary>
public sealed class UnsupportedParameterTypeTests
{
    [Theory]
    [InlineData("object")]
    [InlineData("string[]")]
    [InlineData("IEnumerable<string>")]
    [InlineData("List<int>")]
    [InlineData("Span<char>")]
    [InlineData("Action")]
    [InlineData("System.Text.StringBuilder")]
    [InlineData("(int, string)")]
    [InlineData("dynamic")]
    [InlineData("Media[,]")]
    [InlineData("Media[][]")]
    [InlineData("IAsyncEnumerable<Media>")]
    [InlineData("Dictionary<string, Media>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<Media>")]
    public Task Triggers_on_types_without_a_text_of_their_own(string type)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"{{value}}\")] Task<string> AskAsync({{|GG0003:{type}|}} value);");

    [Theory]
    [InlineData("byte[]", "FromBytes")]
    [InlineData("ReadOnlyMemory<byte>", "FromBytes")]
    [InlineData("System.IO.FileInfo", "FromFile")]
    [InlineData("System.IO.Stream", "FromStream")]
    [InlineData("System.IO.MemoryStream", "FromStream")]
    public Task Points_what_holds_media_to_Media(string type, string factory)
        => ContractVerifier.VerifyMembersAsync(
            $"[Prompt(\"{{value}}\")] Task<string> AskAsync({{|#0:{type}|}} value);",
            "",
            new DiagnosticResult("GG0003", DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("value", type[(type.LastIndexOf('.') + 1)..], $"take a 'Media' and pass 'Media.{factory}(…)'"));

    [Theory]
    [InlineData("ref")]
    [InlineData("in")]
    [InlineData("out")]
    public Task Triggers_on_references(string modifier)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"{{value}}\")] Task<string> AskAsync({modifier} {{|GG0003:int|}} value);");

    [Theory]
    [InlineData("{|GG0003:CancellationToken?|} token = null")]
    [InlineData("[NotInPrompt] {|GG0003:CancellationToken?|} token")]
    [InlineData("params {|GG0003:CancellationToken[]|} tokens")]
    [InlineData("{|GG0003:List<CancellationToken>|} tokens")]
    public Task Triggers_on_tokens_that_would_cancel_nothing(string parameter)
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] Task<string> AskAsync(" + parameter + ");");

    [Fact]
    public Task Triggers_on_a_second_cancellation_token()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] Task<string> AskAsync(CancellationToken first, {|GG0003:CancellationToken|} second);");

    [Fact]
    public Task Triggers_on_a_cancellation_token_in_the_prompt()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"{token}\")] Task<string> AskAsync({|GG0003:CancellationToken|} token);");

    [Fact]
    public Task Triggers_on_a_second_conversation()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] Task<string> AskAsync(Conversation first, {|GG0003:Conversation?|} second);");

    [Fact]
    public Task Triggers_on_a_conversation_in_the_prompt()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"{talk}\")] Task<string> AskAsync({|GG0003:Conversation|} talk);");

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(PromptOptions first, {|GG0003:PromptOptions?|} second);")]
    [InlineData("[Prompt(\"{options}\")] Task<string> AskAsync({|GG0003:PromptOptions|} options);")]
    [InlineData("[Prompt(\"{options.Model}\")] Task<string> AskAsync({|GG0003:PromptOptions|} options);")]
    public Task Triggers_on_options_that_are_no_options(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Fact]
    public Task Does_not_trigger_on_options()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"{optoins}\")] Task<string> AskAsync(string optoins, PromptOptions? options = null, CancellationToken token = default);");

    [Fact]
    public Task Triggers_on_a_conversation_by_reference()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] Task<string> AskAsync(in {|GG0003:Conversation|} talk);");

    [Fact]
    public Task Does_not_trigger_on_a_conversation()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] Task<string> AskAsync(Conversation? talk, CancellationToken token = default);");

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([ConversationKey] string first, [ConversationKey] {|GG0003:string|} second);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(Conversation first, [ConversationKey] {|GG0003:string|} second);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([ConversationKey] string first, {|GG0003:Conversation?|} second);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([ConversationKey] {|GG0003:Guid|} key);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([ConversationKey] {|GG0003:object|} key);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([ConversationKey] ref {|GG0003:string|} key);")]
    [InlineData("[Prompt(\"{key}\")] Task<string> AskAsync([ConversationKey] {|GG0003:string|} key);")]
    [InlineData("[Embed] Task<float[]> EmbedAsync(string text, [ConversationKey] {|GG0003:string|} key);")]
    [InlineData("[Embed] Task<float[]> EmbedAsync([ConversationKey] {|GG0003:string|} key, string text);")]
    public Task Triggers_on_keys_that_name_no_conversation(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([ConversationKey] string key);")]
    [InlineData("[Prompt(\"{text}\")] PromptStream<string> Ask(string text, [ConversationKey] string? key = null, CancellationToken token = default);")]
    public Task Does_not_trigger_on_a_key(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Theory]
    [InlineData("string")]
    [InlineData("string?")]
    [InlineData("char")]
    [InlineData("bool?")]
    [InlineData("int")]
    [InlineData("decimal?")]
    [InlineData("DateTime")]
    [InlineData("DateOnly?")]
    [InlineData("Guid")]
    [InlineData("Uri")]
    [InlineData("Version?")]
    [InlineData("DayOfWeek")]
    [InlineData("IFormattable")]
    [InlineData("Media")]
    [InlineData("Media?")]
    [InlineData("Media[]")]
    [InlineData("IReadOnlyList<Media>")]
    [InlineData("List<Media>?")]
    [InlineData("IEnumerable<Media>")]
    [InlineData("System.Numerics.BigInteger")]
    public Task Does_not_trigger_on_what_can_be_written(string type)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"{{value}}\")] Task<string> AskAsync({type} value, CancellationToken token = default);");

    [Fact]
    public Task Does_not_trigger_on_what_is_not_written()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] Task<string> AskAsync([NotInPrompt] object tag);");

    [Fact]
    public Task Says_how_an_uploaded_file_becomes_media()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"{file}\")] Task<string> AskAsync({|#0:GeminiFile|} file);",
            "",
            new DiagnosticResult("GG0003", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "Parameter 'file' of type 'GeminiFile' is not supported; take a 'Media' and pass what 'ToMedia()' of the file gives"));
}
