namespace GeminiGen.Generator.Emission;

/// <content>The methods that show what would be sent.</content>
internal sealed partial class Emitter
{
    /// <summary>Writes the method beside <paramref name="method"/>; one that the class implements explicitly has none.</summary>
    private void WriteRender(PromptMethodModel method, string description, string write)
    {
        if (method.ExplicitInterface is not null)
        {
            return;
        }

        UniqueNames locals = ReserveParameters(method.Parameters);
        string request = locals.Get("request");
        string writer = locals.Get("writer");
        _writer.Line();
        _writer.Line($"/// <summary>Shows what <c>{method.Name}</c> would send, and sends nothing; needs no key.</summary>");
        _writer.Line("/// <returns>What would be sent.</returns>");
        using (_writer.Block(GetSignature(RenderNames.Get(method.Name), "global::System.Threading.Tasks.Task<global::GeminiGen.RenderedPrompt>", null, method.Parameters)))
        {
            WriteGuards(method.Parameters, locals);
            WriteRequest(method, request, $"(this.{_clientField}, {_methodsClass}.{CSharpLiteral.Identifier(description)})");
            _writer.Line($"var {writer} = new {Plumbing}JsonPromptWriter({request});");
            _writer.Line($"{write}(ref {writer}{GetWriterArguments(method)});");
            bool isStreamed = method.Call is PromptCallKind.TextStream or PromptCallKind.ItemStream or PromptCallKind.SnapshotStream;
            _writer.Line($"return {Plumbing}PromptCalls.RenderAsync({request}, {Boolean(isStreamed)}, {GetToken(method.Parameters)});");
        }
    }

    private static UniqueNames ReserveParameters(EquatableArray<PromptParameterModel> parameters)
    {
        UniqueNames locals = new();
        foreach (PromptParameterModel parameter in parameters)
        {
            locals.Reserve(parameter.Name);
        }

        return locals;
    }
}
