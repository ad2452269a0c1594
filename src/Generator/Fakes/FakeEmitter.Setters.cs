using System.Globalization;

namespace GeminiGen.Generator.Fakes;

/// <content>What tests call: the answers of a method, and its calls.</content>
internal sealed partial class FakeEmitter
{
    private void WriteSetters(FakeMethodModel method)
    {
        string setup = $"{Testing}FakeSetup<{TupleOf(method)}, {AnswerOf(method)}>";
        string name = "On" + method.FakeName;
        string shown = $"<c>{_model.ContractName}.{method.Name}</c>";
        string description = $"{_methodsClass}.{CSharpLiteral.Identifier(method.FakeName)}";
        WriteSetter($"Sets what {shown} answers.", setup, name, "", $"{Plumbing}FakeCalls.On(fake, {description})");
        string start = $"{name}(fake)";
        if (method.Shape == FakeShape.Stream)
        {
            WriteSetter($"Lets {shown} stream these items.", setup, name, $", params {method.AnswerTypeName}[] items", $"{start}.Returns({Testing}FakeStream.Of(items))");
            WriteSetter($"Lets {shown} stream items in their time, or fail.", setup, name, $", {AnswerOf(method)} answer", $"{start}.Returns(answer)");
        }
        else
        {
            WriteSetter($"Lets {shown} answer a value.", setup, name, $", {AnswerOf(method)} answer", $"{start}.Returns(answer)");
        }

        List<PromptParameterModel> arguments = ArgumentsOf(method);
        if (arguments.Count <= MaxFunctionArguments)
        {
            WriteFunctionSetters(method, arguments, setup, name, shown);
        }
    }

    private void WriteFunctionSetters(FakeMethodModel method, List<PromptParameterModel> arguments, string setup, string name, string shown)
    {
        string types = "";
        string values = "";
        for (int i = 0; i < arguments.Count; i++)
        {
            types += arguments[i].TypeName + ", ";
            values += (i > 0 ? ", " : "") + "arguments.Item" + (i + 1).ToString(CultureInfo.InvariantCulture);
        }

        string check = "answer is null ? throw new global::System.ArgumentNullException(nameof(answer)) : ";
        WriteSetter(
            $"Lets {shown} answer by a function of its arguments.",
            setup,
            name,
            $", global::System.Func<{types}{AnswerOf(method)}> answer",
            $"{check}{name}(fake).Returns(arguments => answer({values}))");

        // The token tells the two apart where a lambda only throws.
        string withToken = values + (values.Length > 0 ? ", " : "") + "token";
        bool isStream = method.Shape == FakeShape.Stream;
        string answer = isStream ? $"global::System.Collections.Generic.IAsyncEnumerable<{method.AnswerTypeName}>" : $"global::System.Threading.Tasks.Task<{AnswerOf(method)}>";
        string call = isStream ? $"global::System.Threading.Tasks.Task.FromResult({Testing}FakeStream.From(answer({withToken})))" : $"answer({withToken})";
        WriteSetter(
            $"Lets {shown} answer by an asynchronous function of its arguments.",
            setup,
            name,
            $", global::System.Func<{types}{TokenType}, {answer}> answer",
            $"{check}{name}(fake).Returns((arguments, token) => {call})");
    }

    private void WriteSetter(string summary, string setup, string name, string parameters, string expression)
    {
        _writer.Line();
        _writer.Line($"/// <summary>{summary}</summary>");
        _writer.Line($"public static {setup} {name}(this {_fakeType} fake{parameters})");
        using (_writer.Indent())
        {
            _writer.Line($"=> {expression};");
        }
    }

    private void WriteCalls(FakeMethodModel method)
    {
        _writer.Line();
        _writer.Line($"/// <summary>The calls of <c>{_model.ContractName}.{method.Name}</c> so far, with their arguments and prompts.</summary>");
        _writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Testing}FakeCall<{TupleOf(method)}>> {method.FakeName}Calls(this {_fakeType} fake)");
        using (_writer.Indent())
        {
            _writer.Line($"=> {Plumbing}FakeCalls.GetCalls(fake, {_methodsClass}.{CSharpLiteral.Identifier(method.FakeName)});");
        }
    }
}
