namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>Contracts with [Embed].</summary>
public sealed class EmbeddingContractTests
{
    [Theory]
    [InlineData("[Embed] Task<float[]> EmbedAsync(string text);")]
    [InlineData("[Embed] ValueTask<ReadOnlyMemory<float>> EmbedAsync(string? text, CancellationToken cancellationToken = default);")]
    [InlineData("[Embed] Task<float[][]> EmbedAsync(IEnumerable<string> texts);")]
    [InlineData("[Embed] Task<ReadOnlyMemory<float>[]> EmbedAsync(HashSet<string> texts);")]
    [InlineData("[Embed(TaskType = EmbeddingTask.RetrievalDocument)] [Retry(MaxAttempts = 2)] [Timeout(Seconds = 3)] Task<float[]> EmbedAsync(string text, string? title = null);")]
    public Task Served_methods_do_not_trigger(string method) => ContractVerifier.VerifyMembersAsync(method);

    [Theory]
    [InlineData("[Embed] {|GG0002:Task<float>|} EmbedAsync(string text);")]
    [InlineData("[Embed] {|GG0002:float[]|} EmbedAsync(string text);")]
    [InlineData("[Embed] {|GG0002:Task<double[]>|} EmbedAsync(string text);")]
    [InlineData("[Embed] {|GG0002:Task<float[][]>|} EmbedAsync(string text);")]
    [InlineData("[Embed] {|GG0002:Task<float[]>|} EmbedAsync(string[] texts);")]
    [InlineData("[Embed] {|GG0002:Task<float[,]>|} EmbedAsync(string[] texts);")]
    [InlineData("[Embed] {|GG0002:Task<Memory<float>[]>|} EmbedAsync(string[] texts);")]
    [InlineData("[Embed] {|GG0002:Task<PromptResult<float[]>>|} EmbedAsync(string text);")]
    public Task Other_return_types_trigger(string method) => ContractVerifier.VerifyMembersAsync(method);

    [Theory]
    [InlineData("[Embed] Task<float[]> EmbedAsync(string text, {|GG0003:int|} number);")]
    [InlineData("[Embed] Task<float[]> EmbedAsync(string text, {|GG0003:string|} other);")]
    [InlineData("[Embed] Task<float[]> EmbedAsync(string text, {|GG0003:string|} title);")]
    [InlineData("[Embed(TaskType = EmbeddingTask.RetrievalDocument)] Task<float[][]> EmbedAsync(string[] texts, {|GG0003:string|} title);")]
    [InlineData("[Embed] Task<float[]> EmbedAsync(string text, {|GG0003:Conversation|} conversation);")]
    [InlineData("[Embed] Task<float[]> EmbedAsync(string text, {|GG0003:Media|} picture);")]
    [InlineData("[Embed] Task<float[]> EmbedAsync(in {|GG0003:string|} first, string text);")]
    public Task Other_parameters_trigger(string method) => ContractVerifier.VerifyMembersAsync(method);

    [Fact]
    public Task Nothing_to_embed_triggers()
        => ContractVerifier.VerifyMembersAsync("[Embed] Task<float[]> {|GG0001:EmbedAsync|}(CancellationToken cancellationToken);");

    [Fact]
    public Task Attributes_of_prompts_trigger()
        => ContractVerifier.VerifyMembersAsync(
            "[Embed] [{|GG0012:Prompt(\"{text}\")|}] [{|GG0012:SystemInstruction(\"a\")|}] [{|GG0012:Generation(Seed = 1)|}] [{|GG0012:Tools|}] [{|GG0012:Example(User = \"a\", Model = \"b\")|}] Task<float[]> EmbedAsync(string text);");

    [Fact]
    public Task A_body_triggers()
        => ContractVerifier.VerifyMembersAsync("[{|GG0012:Embed|}] Task<float[]> EmbedAsync(string text) => Task.FromResult<float[]>([]);");
}
