#nullable enable
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>What the customer wants.</summary>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "wish")]
    [JsonDerivedType(typeof(Refund), "refund")]
    [JsonDerivedType(typeof(Repair), "repair")]
    public abstract record Wish;

    /// <summary>Money back.</summary>
    public sealed record Refund([property: Range(1, 1000)] int Amount) : Wish;

    /// <summary>A repair.</summary>
    public sealed record Repair(string Part, bool AtHome) : Wish;

    /// <summary>By interface and number.</summary>
    [JsonDerivedType(typeof(Circle), 1)]
    [JsonDerivedType(typeof(Square), 2)]
    public interface IShape
    {
    }

    /// <summary>Round.</summary>
    public sealed record Circle(double Radius) : IShape;

    /// <summary>Not round.</summary>
    public sealed record Square(double Side) : IShape;

    /// <summary>A letter.</summary>
    public sealed record Letter(Wish Main, Wish? Other, List<IShape> Shapes);

    /// <summary>Answers that are one of several types.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface ITypedCasesDesk
    {
        /// <summary>A letter.</summary>
        [Prompt("{text}")]
        Task<Letter> ReadAsync(string text);

        /// <summary>A wish.</summary>
        [Prompt("{text}")]
        Task<Wish> WishAsync(string text);
    }
}
