using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0017.</summary>
public sealed class ToolNotDescribableFixerTests
{
    private const string Ask = "[Prompt(\"a\"), Tools(typeof(ITools))] Task<string> AskAsync();\n    public interface ITools { ";

    [Theory]
    [InlineData("[Tool(\"a\")] void {|GG0017:Größe|}();", "[Tool(\"a\", Name = \"Grosse\")] void Größe();")]
    [InlineData("[Tool(\"a\", Name = \"get it\")] void {|GG0017:Get|}();", "[Tool(\"a\", Name = \"get_it\")] void Get();")]
    [InlineData("[Tool(Name = /* why */ \"1st\", RequiresApproval = true)] void {|GG0017:Get|}();", "[Tool(Name = /* why */ \"_1st\", RequiresApproval = true)] void Get();")]
    [InlineData("[Tool] void {|GG0017:Überall|}(); [Tool] void {|GG0017:GetÜ|}();", "[Tool(Name = \"Uberall\")] void Überall(); [Tool(Name = \"GetU\")] void GetÜ();")]
    [InlineData("[Tool] void Get(); [Tool(\"a\")] void {|GG0017:Get|}(int number);", "[Tool] void Get(); [Tool(\"a\", Name = \"GetByNumber\")] void Get(int number);")]
    [InlineData("[Tool] void Get(int number); [Tool] void {|GG0017:Get|}();", "[Tool] void Get(int number); [Tool(Name = \"Get2\")] void Get();")]
    [InlineData("[Tool] void Get(); [Tool] void GetByNumber(); [Tool] void {|GG0017:Get|}(int number, int place);", "[Tool] void Get(); [Tool] void GetByNumber(); [Tool(Name = \"GetByPlace\")] void Get(int number, int place);")]
    public Task Gives_a_name_that_the_API_takes(string method, string repaired)
        => FixVerifier.VerifyAsync<ToolNotDescribableFixer>(Ask + method + " }", Ask + repaired + " }", ToolNotDescribableFixer.RenameKey);

    [Theory]
    [InlineData("[Tool(\"a\")] void {|GG0017:天気|}();")]
    [InlineData("[Tool(\"a\")] void {|GG0017:Get|}<T>();")]
    [InlineData("[Tool(\"a\", Name = \"\")] void {|GG0017:Get|}();")]
    public Task Is_not_offered_where_no_name_follows(string method) => FixVerifier.VerifyNotOfferedAsync<ToolNotDescribableFixer>(Ask + method + " }");
}
