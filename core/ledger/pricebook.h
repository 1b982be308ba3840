// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/base/clock.h"
#include "core/base/quantities.h"
#include "core/base/usage.h"
#include "core/ledger/machineterms.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <memory>
#include <optional>
#include <vector>

namespace Gatehouse::Ledger {

//! Prices above a prompt size: they hold for the whole request once its prompt exceeds \a above
//! tokens.
struct PriceTier {
    qint64 above = 0;
    std::optional<TokenPrice> input;
    std::optional<TokenPrice> output;
    std::optional<TokenPrice> cacheRead;
    std::optional<TokenPrice> cacheWrite;
    std::optional<TokenPrice> batchInput = {};
    std::optional<TokenPrice> batchOutput = {};
    //! Absent: as much more than below as what is written for five minutes.
    std::optional<TokenPrice> cacheWriteHour = {};

    bool operator==(const PriceTier &) const = default;
};

//! What a picture of one size and quality costs; an empty word stands for any.
struct PicturePrice {
    QByteArray size;
    QByteArray quality;
    Money each;

    bool operator==(const PicturePrice &) const = default;
};

//! What one model costs at one provider. An absent price is unknown, never zero: usage of that kind
//! makes the request unpriced (cached tokens without own price cost the input price).
struct Price {
    std::optional<TokenPrice> input;
    std::optional<TokenPrice> output;
    std::optional<TokenPrice> cacheRead;
    std::optional<TokenPrice> cacheWrite;
    std::optional<TokenPrice> cacheWriteHour;
    std::optional<TokenPrice> reasoning; //!< absent: the output price
    std::optional<TokenPrice> audioInput;
    std::optional<TokenPrice> audioOutput;
    std::optional<TokenPrice> imageInput; //!< of pictures that others are made from
    std::optional<Money> perRequest;
    std::optional<Money> perImage;
    std::vector<PicturePrice> pictures; //!< dearer and cheaper ones than perImage
    std::optional<Money> perSecond;
    std::optional<Money> perCharacterMillion;
    std::optional<Money> perQuery;
    std::vector<PriceTier> tiers;         //!< ascending by above
    std::optional<TokenPrice> batchInput; //!< at batch rates; absent: the ordinary price
    std::optional<TokenPrice> batchOutput;
    std::optional<TokenPrice> batchCacheRead;
    //! Of a machine paid by the hour, of which a request holds one of \a places: nothing else is
    //! charged then.
    std::optional<Money> perHour;
    int places = 1;
    int discountMillionths = 0; //!< of a contract, after the provider's multiplier
    QByteArray version; //!< "list 2026-07-24", "own, revision 12", "…, contract acme 12 %"

    bool operator==(const Price &) const = default;
};

struct PricedCost {
    Money list; //!< at list or own price
    Money paid; //!< after the provider's multiplier
    //! What input read from the provider's cache would have cost more, after the multiplier, as
    //! plain input.
    Money cacheSaved = {};
};

//! From when on a volume was reached under a contract, by its id: ascending pairs.
struct ReachedVolume {
    qint64 above = 0; //!< nano-dollars
    WallTime begin{};

    bool operator==(const ReachedVolume &) const = default;
};
using ReachedVolumes = QHash<QString, QList<ReachedVolume>>;

class Catalogue;

//! What prices are compiled from beside the document.
struct PriceSources {
    std::shared_ptr<const Catalogue> list = {}; //!< null: the built-in one
    ReachedVolumes volumes = {};
    //! What machines cost by the hour at other times, by provider, the oldest first. They hold
    //! where the last of them is what the document says, which else asks what would be.
    QList<MachineTerms> machines = {};
};

//! The prices that hold for a prompt of \a promptTokens: of the tiers it exceeds the highest, what
//! that leaves open from the price itself.
PriceTier pricesFor(const Price &price, qint64 promptTokens, bool batch = false);

//! \a price for pictures of one \a size and \a quality (either may be unknown): the row that says
//! most about them, size before quality, is what each costs.
Price forPictures(Price price, QByteArrayView size, QByteArrayView quality);

//! Charged by units alone: tokens, if any are said, cost nothing apart.
bool isByUnits(const Price &price);

//! Cost of \a usage, nullopt = unpriced. A price per unit (picture, second …) wants that unit's
//! count, and a count wants a price, unless tokens were said: they are what is charged then.
//! \a multiplier and the contract's discount are applied to the sum, rounded half up once.
std::optional<PricedCost> priceOf(const Usage &usage, const Price &price, double multiplier);

//! Every price in force: own entries of the configuration over the built-in catalogue. Immutable.
class PriceBook
{
public:
    //! Compiles catalogue and overrides for the providers of \a document. \a now: what counts as
    //! today where no other moment is said.
    static std::shared_ptr<const PriceBook> compile(const Api::Document &document, qint64 revision,
                                                    WallTime now = SystemClock().wall(),
                                                    const PriceSources &sources = {});

    virtual ~PriceBook() = default;
    //! Null when nothing is known. O(1), no allocation for names without a date suffix; a dated
    //! model id falls back to its undated name and the other way round where the catalogue says so.
    const Price *find(QByteArrayView providerId, QByteArrayView model) const
    {
        return findAt(providerId, model, m_now);
    }
    //! The price that held at \a time, a request's start: own prices may begin on a day.
    virtual const Price *findAt(QByteArrayView providerId, QByteArrayView model,
                                WallTime time) const = 0;

    struct Entry {
        QByteArray provider; //!< id of the configuration
        QByteArray model;    //!< "*" for an own price of every model
        const Price *price = nullptr;
        bool own = false;
        QString from = {}; //!< first day it holds; empty: always
    };
    //! Every price in force, ordered by provider and model, for lists; valid as long as the book.
    virtual std::vector<Entry> entries() const { return {}; }

protected:
    explicit PriceBook(WallTime now)
        : m_now(now)
    {
    }

private:
    const WallTime m_now;
};

} // namespace Gatehouse::Ledger
