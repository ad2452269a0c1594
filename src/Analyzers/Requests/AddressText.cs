using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Reads the address of a request as far as it is spelled out; unknown stretches are a character that stands in no address.</summary>
/// <param name="flow">Follows variables of the same file.</param>
internal sealed class AddressText(ValueFlow flow)
{
    /// <summary>Stands for what is not known.</summary>
    public const char Unknown = '\0';

    private const int Deepest = 16;

    /// <summary>Reads an address.</summary>
    public SpelledAddress Read(IOperation address)
    {
        SpelledAddress text = new(address.Syntax.GetLocation());
        Append(text, address, Deepest);
        return text;
    }

    private void Append(SpelledAddress text, IOperation value, int depth)
    {
        IOperation operation = ValueFlow.Unwrap(value);
        switch (operation)
        {
            case var _ when depth == 0:
                text.Add(Unknown.ToString(), operation);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
                {
                    Append(text, part is IInterpolationOperation hole ? hole.Expression : ((IInterpolatedStringTextOperation)part).Text, depth - 1);
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                Append(text, sum.LeftOperand, depth - 1);
                Append(text, sum.RightOperand, depth - 1);
                break;
            // new Uri(text), new Uri(base, relative), new HttpRequestMessage(method, address).
            case IObjectCreationOperation { Type.Name: "Uri" or "UriBuilder" or "HttpRequestMessage" } creation:
                foreach (IArgumentOperation argument in creation.Arguments)
                {
                    if (argument.Parameter is { Name: not "method" })
                    {
                        Append(text, argument.Value, depth - 1);
                    }
                }

                AppendInitializer(text, creation, depth);
                break;
            default:
                // What a constant is made of stands where it is declared, if that is in this file.
                if (flow.Step(operation) is { } previous)
                {
                    Append(text, previous, depth - 1);
                }
                else
                {
                    text.Add(operation.ConstantValue is { HasValue: true, Value: string constant } ? constant : Unknown.ToString(), operation);
                }

                break;
        }
    }

    private void AppendInitializer(SpelledAddress text, IObjectCreationOperation creation, int depth)
    {
        foreach (IOperation initializer in ValueFlow.InitializersOf(creation))
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RequestUri" } } set)
            {
                Append(text, set.Value, depth - 1);
            }
        }
    }
}
