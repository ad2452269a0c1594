using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Reads what a request is made of from the code that makes it.</summary>
internal sealed class RequestReader
{
    private const int Deepest = 24;

    private readonly ValueFlow _flow;

    /// <summary>Prepares reading.</summary>
    /// <param name="flow">Follows variables of the same file.</param>
    public RequestReader(ValueFlow flow) => _flow = flow;

    /// <summary>Reads a value.</summary>
    public RequestValue Read(IOperation value) => Read(value, Deepest);

    private RequestValue Read(IOperation value, int depth)
    {
        IOperation operation = ValueFlow.Unwrap(value);
        Location location = operation.Syntax.GetLocation();
        if (depth == 0)
        {
            return RequestValue.Of(location, operation, null);
        }

        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant is string text && RequestJson.LooksLikeObject(text) ? ReadJson(operation, text, depth) : RequestValue.Of(location, operation, constant);
        }

        switch (operation)
        {
            case IAnonymousObjectCreationOperation creation:
                return RequestValue.OfMembers(location, creation, [.. ReadAssignments(creation.Initializers, depth)], isWhole: true);
            case IObjectCreationOperation creation:
                return ReadCreation(creation, depth);
            case IArrayCreationOperation { Initializer: { } initializer } array:
                return RequestValue.OfItems(location, array, ReadItems(initializer.ElementValues, depth), isWhole: true);
            case IInvocationOperation call when InnerValue(call) is { } inner:
                return Read(inner, depth - 1);
            case IInterpolatedStringOperation { Syntax: ExpressionSyntax text } when RequestJson.Read(text, _flow) is { } json:
                return json;
        }

        if (operation.Syntax is CollectionExpressionSyntax)
        {
            // Spreads hold what is not known.
            bool isWhole = operation.Syntax is CollectionExpressionSyntax { Elements: { } elements } && elements.All(static element => element is ExpressionElementSyntax);
            return RequestValue.OfItems(location, operation, ReadItems(operation.ChildOperations, depth), isWhole);
        }

        return _flow.Step(operation) is { } previous ? Read(previous, depth - 1) : RequestValue.Of(location, operation, null);
    }

    // Where a constant is named, its places are where it is declared.
    private RequestValue ReadJson(IOperation operation, string text, int depth)
        => _flow.Step(operation) is { } declared ? Read(declared, depth - 1)
            : operation.Syntax is ExpressionSyntax expression && ReadText(expression, text) is { } json ? json
            : RequestValue.Of(operation.Syntax.GetLocation(), operation, text);

    private RequestValue? ReadText(ExpressionSyntax expression, string text)
        => expression is SimpleNameSyntax or MemberAccessExpressionSyntax ? RequestJson.Read(expression, text, _flow) : RequestJson.Read(expression, _flow);

    // A serializer, or a factory of JSON values, gives what it is given.
    private static IOperation? InnerValue(IInvocationOperation call) => (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        ("JsonSerializer", "Serialize" or "SerializeToUtf8Bytes" or "SerializeToNode" or "SerializeToElement") => FirstArgument(call),
        ("JsonConvert", "SerializeObject") => FirstArgument(call),
        ("JsonContent" or "JsonValue", "Create") => FirstArgument(call),
        ("JsonNode" or "JObject" or "JArray" or "JToken", "Parse" or "FromObject") => FirstArgument(call),
        ("JsonNode" or "JsonObject" or "JsonArray" or "JObject" or "JToken", "ToJsonString" or "ToString") => call.Instance,
        ("Encoding", "GetBytes") => FirstArgument(call),
        _ => null,
    };

    private static IOperation? FirstArgument(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private RequestValue ReadCreation(IObjectCreationOperation creation, int depth)
    {
        string? type = creation.Type?.Name;
        if (type is "StringContent" or "ByteArrayContent" && creation.Arguments.Length > 0)
        {
            return Read(creation.Arguments[0].Value, depth - 1);
        }

        Location location = creation.Syntax.GetLocation();
        if (type is "JsonArray" or "JArray" || IsListType(creation.Type))
        {
            return ReadList(creation, location, depth);
        }

        List<RequestMember> members = [.. ReadArguments(creation, depth)];
        if (creation.Initializer is { } initializer)
        {
            members.AddRange(ReadAssignments(initializer.Initializers, depth));
        }

        return RequestValue.OfMembers(location, creation, members, isWhole: false);
    }

    // new List<T> { … }, new JsonArray(…), new JsonArray { … }.
    private RequestValue ReadList(IObjectCreationOperation creation, Location location, int depth)
    {
        List<RequestValue> items = [];
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } values } })
            {
                items.AddRange(ReadItems(values.ElementValues, depth));
            }
            else if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Value.Type?.SpecialType != SpecialType.System_Int32)
            {
                RequestValue inner = Read(argument.Value, depth - 1);
                items.AddRange(inner.Items.Count > 0 ? inner.Items : [inner]);
            }
        }

        foreach (IOperation added in ValueFlow.InitializersOf(creation))
        {
            if (added is IInvocationOperation { Arguments.Length: 1 } add)
            {
                items.Add(Read(add.Arguments[0].Value, depth - 1));
            }
        }

        return RequestValue.OfItems(location, creation, items, isWhole: creation.Arguments.Length == 0);
    }

    private static bool IsListType(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "List" or "Collection" or "HashSet", TypeArguments.Length: 1, ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);

    private List<RequestValue> ReadItems(IEnumerable<IOperation> values, int depth)
    {
        List<RequestValue> items = [];
        foreach (IOperation value in values)
        {
            items.Add(Read(value, depth - 1));
        }

        return items;
    }

    // Records and Newtonsoft's JObject take members as arguments.
    private IEnumerable<RequestMember> ReadArguments(IObjectCreationOperation creation, int depth)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            IReadOnlyList<IOperation> values = argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } array } } ? array.ElementValues : new[] { argument.Value };
            foreach (IOperation value in values)
            {
                if (ValueFlow.Unwrap(value) is IObjectCreationOperation { Type.Name: "JProperty", Arguments: { Length: 2 } pair } && pair[0].Value.ConstantValue.Value is string name)
                {
                    yield return new RequestMember(name, Read(pair[1].Value, depth - 1));
                }
                else if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                {
                    yield return new RequestMember(parameter.Name, Read(value, depth - 1));
                }
            }
        }
    }

    private IEnumerable<RequestMember> ReadAssignments(IEnumerable<IOperation> initializers, int depth)
    {
        foreach (IOperation initializer in initializers)
        {
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ } index] } } set when index.Value.ConstantValue.Value is string key:
                    yield return new RequestMember(key, Read(set.Value, depth - 1));
                    break;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } set:
                    yield return new RequestMember(JsonNameOf(target.Member), Read(set.Value, depth - 1));
                    break;
                // { "name", value } and "Items = { … }", which adds to what is there.
                case IInvocationOperation { Arguments: [{ } key, { } value] } when key.Value.ConstantValue.Value is string name:
                    yield return new RequestMember(name, Read(value.Value, depth - 1));
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation member } inner:
                    yield return new RequestMember(JsonNameOf(member.Member), ReadMemberInitializer(inner, depth - 1));
                    break;
            }
        }
    }

    private RequestValue ReadMemberInitializer(IMemberInitializerOperation inner, int depth)
    {
        Location location = inner.Initializer.Syntax.GetLocation();
        List<RequestMember> members = [.. ReadAssignments(inner.Initializer.Initializers, depth)];
        if (members.Count > 0)
        {
            return RequestValue.OfMembers(location, inner, members, isWhole: false);
        }

        List<RequestValue> items = [];
        foreach (IOperation added in inner.Initializer.Initializers)
        {
            if (added is IInvocationOperation { Arguments.Length: 1 } add)
            {
                items.Add(Read(add.Arguments[0].Value, depth - 1));
            }
        }

        return RequestValue.OfItems(location, inner, items, isWhole: false);
    }

    private static string JsonNameOf(ISymbol member) => JsonName.GivenTo(member) ?? member.Name;
}
